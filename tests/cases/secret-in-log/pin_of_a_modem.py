"""An object that is made with a port and a PIN unlocks with it."""

import logging

logger = logging.getLogger("lines")


class Modem:
    def __init__(self, port, pin, apn):
        self.port = port
        self.pin = pin
        self.apn = apn

    def unlock(self):
        logger.info("unlocking %s", self.port.name)
        logger.debug("unlocking with pin %s", self.pin)  # expect: the PIN
        self.port.write(f'AT+CPIN="{self.pin}"'.encode())
