import logging

logger = logging.getLogger(__name__)


def keep(secret, store):
    if secret == "file":
        store.read()
    elif secret == "vault":
        store.ask()
    else:
        logger.error("unknown kind of secret %s", secret)


def unlock(secret, store):
    if secret == "":
        logger.error("empty")
    else:
        logger.error("cannot unlock with %s", secret)  # expect: secret
