import logging

logger = logging.getLogger("shop")


def log_level(name):
    return logging.getLevelName(name)


def log_event(name, password):
    logger.info("%s, %d characters", name, len(password))


def debug_mode(password):
    return bool(password)


def connect(user, password):
    log_event("connecting", password)
    log_level(password)
    return debug_mode(password)
