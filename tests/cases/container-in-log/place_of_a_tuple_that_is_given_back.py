"""Of a tuple that one function gives back for another each place holds its own: the body is no header."""

import logging

logger = logging.getLogger(__name__)


class Inner:
    @staticmethod
    def serialize(value, context):
        headers = {"Authorization": context.token}
        all_headers = headers
        text = str(value)
        return ("/path", all_headers, text, None)


class Outer:
    @staticmethod
    def serialize(value, context):
        return Inner.serialize(value, context)


def again(value):
    return again(value)


def invoke(value, context):
    path, given_headers, sent, nothing = Outer.serialize(value, context)
    logger.debug("%s %s", path, sent)
    logger.debug("headers %s, %s", given_headers, nothing)  # expect: its text shows the token
    first, second = again(value)
    logger.debug("%s and %s", first, second)
