def save(store, order):
    try:
        store.save(order)
    except Exception:
        raise RuntimeError("the order is not saved") from None  # expect: from None
