def submit(bank, orders):
    for order in orders:
        try:
            bank.submit(order)
        except Exception:  # expect: submit()
            pass  # this is broad, that's weird
        try:
            bank.publish(order)
        except Exception:  # BAD: nobody is told  # expect: publish()
            pass
        try:
            bank.store(order)
        # this must never be ignored
        except Exception:  # expect: store()
            pass
