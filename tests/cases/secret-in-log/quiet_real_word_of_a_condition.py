import logging

logger = logging.getLogger(__name__)

KINDS = {"status": "int", "method": "str"}


def fits(name: str, condition: dict, value: dict) -> bool:
    for token in condition:
        logger.debug("condition %s: %s is a %s, here %r", name, token, KINDS[token], value[token])
        if condition[token] != value[token]:
            return False
    return True


def known(line: str) -> None:
    for token in line.split():
        logger.info("unknown word %r", token)
