import logging

logger = logging.getLogger(__name__)


def stop_worker(worker, registry):
    try:
        worker.tell("stop")
        registry.forget(worker.number)
        return True
    except Exception as error:
        logger.error("the worker was not stopped: %s", error)
        return False


def database_health(engine):
    try:
        connection = engine.connect()
        connection.execute("SELECT 1")
        return "up"
    except Exception as error:
        logger.error("no database: %s", error)
        return "down"
