import logging

logger = logging.getLogger(__name__)


def order(session, cart):
    try:
        session.add(cart.order())
        session.commit()
    except Exception:
        session.rollback()
        raise


def order_all(session, carts):
    failed = 0
    for cart in carts:
        try:
            session.add(cart.order())
            session.commit()
        except Exception:
            session.rollback()
            failed += 1
    logger.info("%s orders failed", failed)


def try_to_order(session, cart):
    try:
        session.add(cart.order())
        session.commit()
        return True
    except Exception:
        session.rollback()
    return False
