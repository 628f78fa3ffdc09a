"""A loop over the attributes' names that asks for each value."""

import logging

logger = logging.getLogger(__name__)


class Connection:
    def __init__(self, host: str, password: str) -> None:
        self.host = host
        self.password = password

    def report(self) -> None:
        for name in vars(self):
            logger.debug("%s = %s", name, getattr(self, name))  # expect: every attribute of `Connection`

    def report_sorted(self) -> None:
        for name in sorted(self.__dict__):
            logger.debug("%s = %s", name, getattr(self, name))  # expect: every attribute of `Connection`

    def report_rest(self) -> None:
        for name in vars(self):
            if name != "password":
                logger.debug("%s = %s", name, getattr(self, name))

    def report_names(self) -> None:
        for name in vars(self):
            logger.debug("%s is set: %s", name, getattr(self, name) is not None)
