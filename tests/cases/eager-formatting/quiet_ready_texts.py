import logging

import structlog

logger = logging.getLogger(__name__)
events = structlog.get_logger()
VERBOSE = False


def run(job, text):
    logger.info("job %s", job)
    logger.info(f"job")
    logger.info(text)
    logger.info("a long text "
                "in two parts")
    logger.info("a" + "b")
    logger.info(text.format(job))
    logger.info(text % job)
    events.info("job", job=job)
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug(f"job {job}")
    print(f"job {job}")
