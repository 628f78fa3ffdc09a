import logging

logger = logging.getLogger(__name__)


def start(container, env):
    for key, value in env.items():
        logger.debug("setting environment variable %s", key)
        container.set(key, value)
    logger.info("env vars: %s", sorted(env))
    logger.info("starting in %s", env)
