import logging

logger = logging.getLogger(__name__)


def one(node, deep):
    pair = two(node, deep) if deep else three(node, deep)
    left, right = pair
    logger.info("%s, %s", left, right)
    return pair


def two(node, deep):
    found = one(node.above, deep) if node.above else three(node, deep)
    return found


def three(node, deep):
    found = two(node.above, deep) if deep else one(node, deep)
    return found
