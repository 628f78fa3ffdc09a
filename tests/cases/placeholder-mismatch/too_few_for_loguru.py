from loguru import logger


def run(job, error):
    logger.info("job %s", job)  # expect: %-placeholders
    logger.error("job {} of {} failed", job)  # expect: it raises
