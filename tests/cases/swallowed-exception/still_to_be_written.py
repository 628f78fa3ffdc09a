def export(orders):
    for order in orders:
        total = order
        try:
            row = total
        except Exception:  # expect: the guarded code
            continue
    try:
        pass
    except:  # expect: every error
        pass
    try:
        sheet = "orders"
    except (ValueError, Exception):  # expect: the guarded code
        pass
    return sheet


def total(order):
    try:
        sheet = "orders"
    except (KeyError, (ValueError, Exception)):  # expect: the guarded code
        pass
    try:
        order.total
    except:  # expect: every error
        pass
    try:
        order.total
    except Exception:
        pass
    try:
        return order.gross
    except:
        pass
