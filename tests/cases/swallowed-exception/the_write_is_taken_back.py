def order_all(session, carts):
    for cart in carts:
        try:
            session.add(cart.order())
            session.commit()
        except Exception:  # expect: commit()
            session.rollback()


def pay(source, target, amount):
    try:
        source.withdraw(amount)
        target.deposit(amount)
    except Exception:  # expect: withdraw()
        pass
