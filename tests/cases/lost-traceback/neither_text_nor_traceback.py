import logging

logger = logging.getLogger(__name__)


def run(job):
    try:
        job.process()
        job.close()
    except Exception:
        logger.error("job %s failed", job.id)  # expect: neither the error nor its traceback
        return None
    try:
        job.process()
    except Exception:
        logger.exception("job %s failed", job.id, exc_info=False)  # expect: neither the error nor its traceback
    try:
        job.process()
    except Exception as error:
        logger.exception("job failed: %s", error, exc_info=False)  # expect: the error's text without its traceback
    return job


async def close_shop(callbacks):
    for callback in callbacks:
        try:
            await callback("closed")
        except Exception:
            logger.error("a callback failed")  # expect: neither the error nor its traceback
