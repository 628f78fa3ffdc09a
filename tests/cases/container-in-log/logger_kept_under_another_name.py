"""An object keeps the logger that it is given under a name that says nothing of logs."""

import logging
from typing import Any


class Supplier:
    def __init__(self, logger: logging.Logger, options: dict[str, Any]) -> None:
        self._out = logger
        self._out.info("supplier with %s", options)  # expect: its text shows the API key
        self._key = options["api_key"]

    def order(self, password: str) -> None:
        self._out.debug("ordering with the key of %s", len(password))


class Courier:
    def __init__(self, log, options):
        self.reports = log
        self._options = options

    def send(self):
        self.reports.debug("sending with %s", self._options)  # expect: its text shows the password
        return self._options["password"]
