import logging

logger = logging.getLogger(__name__)


def report(token_consumption: int, tokens_consumed: int) -> None:
    logger.info("consumed %s", token_consumption)
    logger.info("of %s", tokens_consumed)
