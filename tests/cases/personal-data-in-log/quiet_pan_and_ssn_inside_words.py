import logging

logger = logging.getLogger("camera")


def turn(pan, tilt, span, panel, expand, lessn, sessn):
    logger.debug("pan %s, tilt %s", pan, tilt)
    logger.debug("span %s, panel %s, expand %s", span, panel, expand)
    logger.debug("%s %s", lessn, sessn)
