import logging

logger = logging.getLogger(__name__)


class TooShort(Exception):
    pass


def checked(password):
    try:
        if len(password) < 8:
            raise TooShort(f"{password} is too short")  # expect: password
    except TooShort:
        logger.info("refused")
        raise
    return password


def written(password):
    try:
        if len(password) < 8:
            raise TooShort(f"{password} is too short")  # expect: password
    except TooShort:
        logger.exception("refused")


def shown(password, show):
    try:
        if len(password) < 8:
            raise TooShort(f"{password} is too short")  # expect: password
    except TooShort as error:
        show(error)


def caught_as_another(password):
    try:
        if len(password) < 8:
            raise TooShort(f"{password} is too short")  # expect: password
    except KeyError:
        return None


def behind(password):
    try:
        hashed = password.encode()
    except TooShort:
        return None
    if not hashed:
        raise TooShort(f"{password} is too short")  # expect: password
