import logging

logger = logging.getLogger(__name__)


def load(accounts):
    listed = ", ".join(f"{account.name}:{account.password}" for account in accounts)
    logger.info("accounts: %s", listed)  # expect: password
    logger.info("accounts: %s", ", ".join(account.name for account in accounts))
