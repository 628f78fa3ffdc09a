import logging

logger = logging.getLogger(__name__)


def seconds(value):
    if not isinstance(value, int):
        raise ValueError(f"{value!r} is no number of seconds")
    return value


def expiry(answer, now):
    try:
        return now + seconds(answer["access_token_expires_in"])
    except ValueError as error:
        logger.warning("lifetime ignored: %s", error)
        return now
