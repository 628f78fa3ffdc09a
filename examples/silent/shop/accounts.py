import logging

from shop.store import find_account

logger = logging.getLogger(__name__)


def login(name, password):
    account = find_account(name)
    if account is None or not account.check_password(password):
        logger.info("login failed for account %s", account.id if account else "unknown")
        return None
    if account.locked:
        logger.warning("account is locked: %s", account.id)
        return None
    return account
