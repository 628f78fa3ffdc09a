from loguru import logger


async def dispatch(payment, user, password):
    logger.debug("sending webhook", payment.webhook_url)
    logger.debug("login of {}", user, password)
    logger.debug("login of {0}: {0}", user, password)
    logger.debug(f"login of {user}", password)
