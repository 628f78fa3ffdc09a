import logging

import RPi.GPIO as GPIO

logger = logging.getLogger("garage")


class Relay:
    def __init__(self, pin: int, pins: list):
        self.pin = pin
        GPIO.setup(pin, GPIO.OUT)
        logger.info("relay on pin %d", pin)
        logger.debug("pins in use: %s", pins)
        GPIO.output(self.pin, GPIO.LOW)
