"""A class that is called after tokens makes none of what an annotation calls so, and tells nothing of a record's keyword."""

import structlog
from parser import SecretKey, Token

log = structlog.get_logger()


def show(stream):
    part: Token = next(stream)
    log.info("part", part=part)
    log.info("part", name=str(part))
    one: SecretKey = next(stream)
    log.info("one", one=one)
