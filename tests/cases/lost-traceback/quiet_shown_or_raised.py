import logging
import sys
import traceback

logger = logging.getLogger(__name__)


def run(job):
    try:
        job.process()
    except Exception:
        logger.exception("job failed")
    try:
        job.process()
    except Exception as error:
        logger.error("job failed: %s", error, exc_info=True)
    try:
        job.process()
    except Exception as error:
        logger.error("job failed: %s\n%s", error, traceback.format_exc())
    try:
        job.process()
    except Exception as error:
        logger.error("job failed: %s", error)
        raise
    try:
        job.process()
    except ValueError as error:
        logger.error("bad job: %s", error)
    try:
        job.process()
    except Exception as error:
        logger.warning("job failed: %s", error)
    try:
        job.process()
    except Exception as error:
        logger.error("job failed: %s", error)
        logger.debug("details", exc_info=True)


class Runner:
    def run(self, job):
        try:
            job.process()
            job.close()
        except Exception as error:
            self.error = error
            logger.error("job failed: %s", error)


def main(job):
    try:
        job.process()
        job.close()
    except Exception as error:
        logger.error("job failed: %s", error)
        sys.exit(1)
