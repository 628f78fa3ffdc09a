import logging

logger = logging.getLogger(__name__)


def half(value):
    return value[: len(value) // 2] + "..."


def most(value):
    return value[: len(value) - 4]


def last(value):
    return "*" * (len(value) - 4) + value[len(value) - 4 :]


def sign(client, secret_key):
    logger.debug("signing with %s", half(secret_key))  # expect: secret key
    logger.debug("signing with %s", most(secret_key))  # expect: secret key
    logger.debug("signing with %s", secret_key[len(secret_key) // 2 :])  # expect: secret key
    logger.debug("signing with %s", last(secret_key))
    logger.debug("signing with %s", secret_key[: min(len(secret_key) // 2, 4)])
    logger.debug("signing with %s", secret_key[:4])
    return client.sign(secret_key)
