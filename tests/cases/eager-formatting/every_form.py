import logging

logger = logging.getLogger(__name__)


def run(job, part):
    logger.info(f"job {job}")  # expect: f-string
    logger.info("job %s" % job)  # expect: %
    logger.info("job {}".format(job))  # expect: format
    logger.info("job " + job)  # expect: +
    logger.log(logging.DEBUG, f"{job}", exc_info=True)  # expect: f-string
    logger.info(
        f"job {job}"  # expect: f-string
        f" part {part}"
    )
