import logging

logger = logging.getLogger(__name__)


def start(container, env):
    for key, value in env.items():
        logger.debug("setting environment variable %s=%s", key, value)  # expect: the environment reaches logger.debug()
        container.set(key, value)
    logger.info("env vars: %s", env)  # expect: the environment reaches logger.info()
