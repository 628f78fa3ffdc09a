import logging

logger = logging.getLogger(__name__)


def parse(token):
    if token.count(".") != 2:
        raise ValueError(f"malformed token {token!r}")  # expect: token
    return token.split(".")


def user_of(token):
    try:
        return parse(token)[1]
    except ValueError:
        logger.exception("token could not be parsed")
        return None
