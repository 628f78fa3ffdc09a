import logging

from shop.keys import create_secret

logger = logging.getLogger(__name__)


def renew(account):
    made = create_secret(length=32)
    logger.debug("created: %s", made)  # expect: the secret reaches logger.debug()
    account.keep(made)
