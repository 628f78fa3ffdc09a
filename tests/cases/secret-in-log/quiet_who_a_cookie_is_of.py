import json
import logging

logger = logging.getLogger(__name__)


def returning(store, cookie):
    cookie = json.loads(cookie.decode("utf-8"))
    username = cookie[0]
    password = cookie[1]
    logger.info("returning user %r", username)
    return store.find(username, password)
