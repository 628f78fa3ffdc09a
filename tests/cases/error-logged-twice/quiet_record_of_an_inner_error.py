import logging

logger = logging.getLogger(__name__)


def locked(connection):
    try:
        connection.work()
    except BaseException:
        try:
            connection.release()
        except Exception:
            logger.exception("not released")
        raise


def main(connection):
    try:
        locked(connection)
    except Exception:
        logger.exception("no work done")
        return None
