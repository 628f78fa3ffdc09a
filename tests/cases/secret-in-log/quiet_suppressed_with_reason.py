import logging

logger = logging.getLogger("demo")


def show(token):
    # logproof: ignore[secret-in-log] the demo's token is printed in the manual, too
    logger.info("log in with %s", token)
    logger.info("or with %s", token)  # logproof: ignore[secret-in-log] the same token
