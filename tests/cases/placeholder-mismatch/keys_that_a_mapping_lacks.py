import logging

logger = logging.getLogger(__name__)


def blend(fruit, other):
    logger.error("blending %(fruit)s", {"froot": fruit})  # expect: names a key which the mapping lacks
    logger.error("blending %(fruit)s and %(other)s", {"fruit": fruit})  # expect: names a key which the mapping lacks
    logger.error("blending %(fruit)s", {"fruit": fruit, "other": other})
    logger.error("blending %(fruit)s", {**other})
    logger.error("blending %(fruit)s", {fruit: other})
