import logging

import jwt

logger = logging.getLogger(__name__)


def verify(token, key):
    try:
        return jwt.decode(token, key, algorithms=["ES256"])
    except jwt.ExpiredSignatureError:
        logger.info("token rejected: expired")
    except jwt.InvalidTokenError as error:
        logger.warning("token rejected: %s", type(error).__name__)
    return None
