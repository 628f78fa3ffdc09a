import logging

import jwt

logger = logging.getLogger(__name__)


def identify(answer, keys):
    id_token = answer["id_token"]
    logger.debug("attempting to decode %r", id_token)  # expect: token
    return jwt.decode(id_token, keys, algorithms=["RS256"])
