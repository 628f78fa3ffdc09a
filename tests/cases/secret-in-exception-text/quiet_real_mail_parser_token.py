import logging

logger = logging.getLogger(__name__)


def read_address(tokens):
    token, rest = tokens[0], tokens[1:]
    if not token.startswith("<"):
        raise ValueError(f"expected an address part, found {token!r}")
    return token.strip("<>"), rest


def recipients(header):
    found = []
    tokens = header.split()
    while tokens:
        try:
            address, tokens = read_address(tokens)
        except ValueError as error:
            logger.warning("bad header: %s", error)
            break
        found.append(address)
    return found
