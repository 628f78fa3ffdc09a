"""Ten characters of a password are most of it; a key that stands in a text beside a part of it is there."""


class Refused(Exception):
    def __init__(self, password: str) -> None:
        super().__init__(f"The password {password[:10]} was refused.")


class Unknown(Exception):
    def __init__(self, api_key: str, name: str) -> None:
        super().__init__(f"Nobody knows {name}, who has the key {api_key}.")


def ask(options) -> None:
    raise Refused(options.password)  # expect: the password


def find(options) -> None:
    raise Unknown(options.api_key, options.name)  # expect: the API key
