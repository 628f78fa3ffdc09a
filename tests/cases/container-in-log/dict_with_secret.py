import logging

logger = logging.getLogger(__name__)


def deploy(target, token):
    job = {"target": target, "retries": 3, "token": token}
    logger.info("queued %s", job)  # expect: token
    return job
