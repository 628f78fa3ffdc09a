import logging

logger = logging.getLogger(__name__)


class Gateway:
    def __init__(self, session):
        self.session = session

    def log_in(self, user, password):
        return self.session.post("/login", json={"user": user, "password": password})

    def answer(self, user, text):
        logger.debug("answering with %s", text)  # expect: the password reaches logger.debug()
        return self.log_in(user, text)


def renew(gateway: Gateway, user, found):
    logger.info("found %s for %s", found, user)  # expect: the password reaches logger.info()
    return gateway.log_in(user, found)


def enrolled(parameters, serial):
    otppin = parameters.get("otppin")
    logger.debug("serial %s, otppin %s", serial, otppin)  # expect: the PIN reaches logger.debug()
