import logging

logger = logging.getLogger(__name__)


def tell(settings):
    for name in ("host", "port", "timeout"):
        logger.info("%s is %s", name, settings[name])


def missing(settings):
    for name in ("user", "password"):
        if name not in settings:
            logger.error("%s is missing", name)


def left_out(settings):
    for name in ("user", "password"):
        if name == "password":
            continue
        logger.info("%s is %s", name, settings[name])


def masked(settings):
    for name in ("user", "password"):
        shown = "***" if name == "password" else settings[name]
        logger.info("%s is %s", name, shown)
