# file: depot/keys.py
def keep(ticket: dict, folder: str) -> None:
    with open(f"{folder}/number", "w") as out:
        out.write(ticket["number"])


def renew(ticket: dict) -> dict:
    ticket = fetch(ticket["number"])
    return ticket["refresh_token"]


def fetch(number: str) -> dict:
    return {"refresh_token": number}


def drained(order: dict) -> dict:
    rest = dict(order)
    rest.pop("unlock_code", None)
    return rest


# file: depot/gate.py
import logging

from depot.keys import drained, keep, renew

log = logging.getLogger(__name__)


def arrive(ticket: dict) -> None:
    log.debug("arrived: %s", ticket)
    keep(ticket, folder="/var/depot")
    renew(ticket)


def leave(order: dict) -> None:
    log.info("leaves with %s", drained(order))
    log.info("leaves at %s", order["gate"])


def stay(number: int) -> None:
    ticket = {"number": str(number)}
    log.info("stays with %s", ticket)
    read_all(ticket)


def read_all(papers: dict) -> str:
    return papers.get("pin_code") or papers["number"]
