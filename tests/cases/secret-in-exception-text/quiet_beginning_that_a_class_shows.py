"""An error's class that shows no more than the beginning of the key that it is given, or a digest of it, shows no key."""

import hashlib


class Refused(Exception):
    def __init__(self, api_key: str) -> None:
        beginning = api_key[:10] if api_key else ""
        super().__init__(f"The key that begins with {beginning} was refused.")


class Unknown(Exception):
    def __init__(self, api_key: str) -> None:
        digest = hashlib.sha256(api_key.encode()).hexdigest()
        super().__init__(f"Nobody knows the key {digest}.")


def ask(options) -> None:
    raise Refused(options.api_key)


def find(options) -> None:
    raise Unknown(options.api_key)
