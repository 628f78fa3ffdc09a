import logging

logger = logging.getLogger(__name__)


class ParseError(Exception):
    pass


def expect(tokens, kind):
    token = tokens.pop(0)
    if token.kind != kind:
        raise ParseError(f"expected {kind}, got {token.kind} in line {token.line}")
    return token


def parse(path, tokens):
    try:
        return expect(tokens, "name")
    except ParseError as error:
        logger.error("%s: %s", path, error)
        return None
