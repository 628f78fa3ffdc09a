import logging

logger = logging.getLogger(__name__)


class Malformed(ValueError):
    pass


def split(token):
    if token.count(".") != 2:
        raise Malformed(f"wrong number of segments: {token}")  # expect: token
    return token.split(".")


def claims(request):
    token = request.headers["Authorization"].removeprefix("Bearer ")
    try:
        return split(token)[1]
    except Malformed as error:
        logger.info("login refused: %s", error)
        return None
