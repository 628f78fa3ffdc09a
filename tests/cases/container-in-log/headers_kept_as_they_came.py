"""What an object keeps has gone through a mask on one of two ways only."""

import logging
import re

log = logging.getLogger(__name__)
TELLING = re.compile("auth|cookie|key", re.IGNORECASE)


def redacted(headers):
    return {name: "***" if TELLING.search(name) else value for name, value in headers.items()}


class Call:
    def __init__(self, status, headers):
        self.status = status
        self.headers = redacted(headers)

    def follow(self, headers):
        self.headers = headers

    def tell(self):
        log.debug("called with %s: %s", self.status, self.headers)  # expect: headers
