import logging

logger = logging.getLogger(__name__)


def several(first, second, rows):
    logger.info("row %s", first)
    logger.info("row %s", second)
    for row in rows:
        logger.info("row %s", row)
    row = first.next()
    logger.info("row %s", row)
    row = second.next()
    logger.info("row %s", row)
    logger.info("left: %d", len(rows))
    rows.pop()
    logger.info("left: %d", len(rows))


def outcome(job):
    try:
        job.run()
        logger.info("job %s is over", job.id)
    except ValueError:
        logger.info("job %s is over", job.id)
        raise
    if job.failed:
        logger.info("job failed")
    else:
        job.close()


def nested():
    def inner():
        logger.info("inner called")

    logger.info("inner called")
    return inner
