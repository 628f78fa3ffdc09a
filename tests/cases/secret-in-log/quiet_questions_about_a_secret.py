import logging

logger = logging.getLogger(__name__)


def inspect(password, token, expected, api_key=None):
    logger.debug("password of %d characters", len(password))
    logger.debug("token given: %s", bool(token))
    logger.debug("token is a %s", type(token))
    logger.debug("key missing: %s", api_key is None)
    logger.debug("token matches: %s", token == expected)
    logger.debug("token known: %s", token in {expected})
    logger.debug("password has a digit: %s", any(letter.isdigit() for letter in password))
    logger.debug("is text: %s, not empty: %s", isinstance(password, str), not not password)
    logger.debug("api key: %s", "set" if api_key else "not set")
