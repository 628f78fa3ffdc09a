# file: depot/keys.py
def keep(ticket: dict, folder: str) -> None:
    with open(f"{folder}/key", "w") as out:
        out.write(ticket["claims"]["refresh_token"])


def unlock(order: dict) -> bytes:
    return _open(order)


def _open(what: dict) -> bytes:
    return what.get("unlock_code", "").encode()


# file: depot/gate.py
import logging

from depot.keys import keep, unlock

log = logging.getLogger(__name__)


def arrive(ticket: dict) -> None:
    log.debug("arrived: %s", ticket)  # expect: `ticket` reaches log.debug(): its text shows the token
    keep(ticket, folder="/var/depot")


def leave(order: dict) -> bytes:
    log.info("leaves with %s", order)  # expect: its text shows the one-time code
    return unlock(order=order)


class Counter:
    def check_in(self, guest: dict) -> None:
        log.info("guest %s", guest)  # expect: its text shows the password
        self._greet(guest)

    def _greet(self, person: dict) -> None:
        self.last = person["wifi_password"]
