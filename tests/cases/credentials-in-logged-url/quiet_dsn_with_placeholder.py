import logging

logger = logging.getLogger(__name__)


def connect(user, password, host):
    shown = f"postgresql://{user}:***@{host}/app"
    logger.info("connecting to %s", shown)
    return f"postgresql://{user}:{password}@{host}/app"
