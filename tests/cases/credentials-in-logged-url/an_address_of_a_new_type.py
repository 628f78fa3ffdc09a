"""A new type for texts gives what it is given, and so does a class that is a text."""

import logging
from typing import NewType

logger = logging.getLogger(__name__)

Address = NewType("Address", str)


class Shown(str):
    """A text that is shown."""


class Collector:
    def collect(self) -> None:
        address = self._address()
        logger.info("retrieved %s", address)  # expect: the URL with its token

    def _address(self) -> Address:
        return Address(self.parameters.get("url", "").rstrip("/"))


class Forge(Collector):
    def _address(self) -> Address:
        address = f"{super()._address()}/api/v4/jobs"
        if private_token := self.parameters.get("private_token"):
            address += f"?private_token={private_token}"
        return Address(address)


def announce(host: str, token: str) -> None:
    logger.info("asking %s", Shown(f"https://{host}/jobs?token={token}"))  # expect: the URL with its token
