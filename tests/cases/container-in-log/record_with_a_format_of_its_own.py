import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Charge:
    amount: int
    card_number: str

    def __format__(self, spec):
        return f"{self.amount} to ***{self.card_number[-4:]}"


class Login:
    def __init__(self, user, password):
        self.user = user
        self._password = password

    @property
    def credentials(self):
        return self.user, self._password


class ChargeFailed(Exception):
    def __init__(self, charge: Charge, host):
        super().__init__(f"{charge.amount} was not charged")
        self.charge = charge
        self.host = host


def pay(gateway, charge: Charge, login: Login):
    logger.debug(f"charging {charge}")
    logger.debug("charging %r", charge)  # expect: card number
    logger.debug("as %s", login.credentials[0])
    user, password = login.credentials
    logger.debug("as %s", user)
    try:
        if not gateway.charge(charge):
            raise ChargeFailed(charge, gateway.host)
    except ChargeFailed as error:
        logger.error("not charged: %s", error, exc_info=True)
        logger.error("not charged at %s", error.host, exc_info=True)
        logger.error("not charged: %r", error.charge, exc_info=True)  # expect: card number
