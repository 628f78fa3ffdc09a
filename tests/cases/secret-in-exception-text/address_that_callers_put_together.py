"""A caller puts the password into the address that the error repeats."""


class LedgerError(Exception):
    pass


def open_ledger(address: str) -> None:
    if not address.startswith("postgresql://"):
        raise LedgerError(f"no ledger at {address}")  # expect: the URL with its password stands in the text of LedgerError


def start(login: str, password: str, host: str) -> None:
    open_ledger(f"mysql://{login}:{password}@{host}/ledger")
