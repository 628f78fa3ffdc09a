"""What an object keeps has gone through a mask; one variable of the environment is not the environment."""

import logging
import os
import re
from dataclasses import dataclass

log = logging.getLogger(__name__)
CURRENT_ENV = os.getenv("SHOP_CURRENT_ENV", "production")
TELLING = re.compile("auth|cookie|key", re.IGNORECASE)


def redacted(headers):
    return {name: "***" if TELLING.search(name) else value for name, value in headers.items()}


@dataclass
class Refusal:
    status: int
    headers: dict[str, str]

    def __post_init__(self):
        self.headers = redacted(self.headers)

    def tell(self):
        log.debug("refused with %s", self.status, extra={"headers": self.headers})


class Call:
    def __init__(self, status, headers):
        self.status = status
        self.headers = redacted(headers)

    def tell(self):
        log.debug("called with %s: %s", self.status, self.headers)


def start():
    log.info("starting in the environment %s", CURRENT_ENV)
