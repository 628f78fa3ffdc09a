"""What an object keeps is no logger, though it has methods that are called alike."""

from typing import Any


class Supplier:
    def __init__(self, view: Any, options: dict[str, Any]) -> None:
        self._out = view
        self._out.info(options)
        self._key = options["api_key"]
