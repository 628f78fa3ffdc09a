import json
import logging

logger = logging.getLogger(__name__)


def returning(store, cookie):
    cookie = json.loads(cookie.decode("utf-8"))
    username = cookie[0]
    proof = cookie[1]
    logger.info("returning user by %r", proof)  # expect: the cookie reaches logger.info()
    return store.find(username, proof)
