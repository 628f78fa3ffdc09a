import logging

logger = logging.getLogger(__name__)


def find(jobs, name):
    try:
        return jobs[name]
    except KeyError:
        logger.error("there is no job %s", name)
    try:
        return jobs.load(name)
    except Exception as error:
        logger.error("job %s was not loaded", name)
        jobs.on_error(error)
    try:
        jobs.reset()
        jobs.clear()
    except Exception:
        logger.error("the jobs were not reset")
        raise
    return None
