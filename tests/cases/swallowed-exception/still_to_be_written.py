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
