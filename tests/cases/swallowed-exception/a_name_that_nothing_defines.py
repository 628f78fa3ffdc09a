from shop import till


def settle(orders):
    try:
        settle_everything()
    except Exception:  # expect: settle_everything()
        pass
    try:
        till.door.frame()
    except Exception:
        pass
    return orders


def receive(items):
    for item in items:
        try:
            handle(item)
        except Exception:  # expect: handle()
            continue


def handle(item):
    item.shelf = item.kind.shelf
