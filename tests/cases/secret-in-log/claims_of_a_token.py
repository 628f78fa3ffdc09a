"""The name stood for the token itself before it was taken apart; and what is called a field of an answer is no claim."""

import logging

import jwt

logger = logging.getLogger(__name__)


def subject(id_token, key):
    logger.debug("id token: %s", id_token)  # expect: the token reaches logger.debug()
    id_token = jwt.decode(id_token, key, algorithms=["RS256"])
    return id_token["sub"]


def read(answer):
    access_token = answer["access_token"]
    logger.debug("access token: %s", access_token)  # expect: the token reaches logger.debug()
    return answer["sub"]
