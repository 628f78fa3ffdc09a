import logging
import os

logger = logging.getLogger(__name__)


def setting(name, default=None):
    return os.environ.get(name, default)


def connect(client):
    key = setting("CHAT_API_KEY")
    logger.debug("connecting with %s", key)  # expect: key
    client.connect(key)
