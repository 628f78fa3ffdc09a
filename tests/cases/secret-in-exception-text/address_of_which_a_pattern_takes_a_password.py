"""A pattern has a group for the password, and what does not match is shown whole."""

import re


class BadAddress(Exception):
    pass


def _parse_url(name: str) -> dict:
    pattern = re.compile(r"(?P<scheme>\w+)://(?:(?P<user>[^:/]*)(?::(?P<password>[^@]*))?@)?(?P<host>[^/:]+)")
    found = pattern.match(name)
    if found is None:
        raise BadAddress(f"cannot parse the address {name!r}")  # expect: stands in the text of BadAddress
    return found.groupdict()


def parse_url(name: str) -> dict:
    pattern = re.compile(r"(?P<scheme>\w+)://(?P<host>[^/:]+)")
    found = pattern.match(name)
    if found is None:
        raise BadAddress(f"cannot parse the address {name!r}")
    return found.groupdict()
