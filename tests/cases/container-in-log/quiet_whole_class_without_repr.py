import logging
from dataclasses import dataclass

import attr

logger = logging.getLogger(__name__)


@dataclass(repr=False)
class Login:
    user: str
    password: str


@attr.s(auto_attribs=True)
class Registry:
    url: str
    secret: str = attr.ib(repr=False)


class Plain:
    def __init__(self, password):
        self.password = password


def use(login: Login, registry: Registry, plain: Plain):
    logger.info("%s %s %s", login, registry, plain)
