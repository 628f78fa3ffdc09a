import logging

logger = logging.getLogger(__name__)


def close_all(connections):
    for connection in connections:
        try:
            connection.close()
            logger.info("closed")
        except Exception as error:
            logger.error("not closed: %s", error)
