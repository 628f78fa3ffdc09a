import logging

logger = logging.getLogger(__name__)


def infer(oracle, entity, attribute):
    value = oracle(entity, attribute)
    if value is None:
        logger.warning("no more rows of %s by '%s'", entity, attribute)
    return value


def dump(oracle, entity, fields):
    pin = "id" if "id" in fields else fields[0]
    return infer(oracle, entity, pin)
