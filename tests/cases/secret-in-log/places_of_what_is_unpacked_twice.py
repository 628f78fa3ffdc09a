import logging

logger = logging.getLogger(__name__)


def of_one_or_the_other(permissions):
    for permission in permissions:
        if isinstance(permission, str):
            action, resource = permission, None
        elif isinstance(permission, (tuple, list)) and len(permission) == 2:
            action, resource = permission
        else:
            assert False, "not a permission"
        logger.info("%s of %s", action, resource)


def of_what_nobody_knows(rows):
    (name, value), rest = yield rows
    logger.info("%s, %s, %s", name, value, rest)
    left, right = lambda: rows
    logger.info("%s, %s", left, right)
