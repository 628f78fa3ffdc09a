from loguru import logger


async def dispatch(user, password):
    logger.debug("login of {} with {}", user, password)  # expect: password
    logger.debug("login of {1} with {0}", password, user)  # expect: password
    logger.debug("login of {0} with {1!r}", user, password)  # expect: password
