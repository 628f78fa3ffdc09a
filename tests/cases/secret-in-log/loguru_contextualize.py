from loguru import logger


def handle(message, session_token):
    with logger.contextualize(message=message.id, token=session_token):  # expect: token
        logger.info("handled")
