import logging

logger = logging.getLogger(__name__)


def rotate(store, name):
    client_secret = store.generate(name)
    message = "rotated " + name
    message += ", it is now " + client_secret
    logger.info(message)  # expect: secret
    return client_secret
