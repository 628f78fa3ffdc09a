import logging

import attr

logger = logging.getLogger(__name__)


@attr.s(auto_attribs=True)
class Registry:
    url: str
    username: str
    secret: str


def push(image: str):
    registry = Registry("registry.example", "ci", read())
    logger.info("pushing %s to %s", image, registry)  # expect: secret


def read():
    with open("secret", encoding="utf-8") as stream:
        return stream.read()
