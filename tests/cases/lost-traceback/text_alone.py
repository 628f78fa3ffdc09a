import logging

logger = logging.getLogger(__name__)


def run(job):
    try:
        job.process()
    except Exception as error:
        logger.error("job failed: %s", error)  # expect: traceback
    try:
        job.process()
    except BaseException as error:
        text = f"job failed: {error}"
        logger.critical(text)  # expect: traceback
