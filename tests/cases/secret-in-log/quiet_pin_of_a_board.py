"""A pin of a board is handed over beside what switches it."""

import logging

log = logging.getLogger(__name__)


def raise_pin(pin, gpio):
    gpio.setup(pin, gpio.OUT)
    gpio.output(pin, True)
    log.debug("pin %s is high", pin)


def unlock(card, pin):
    if card.check(pin):
        log.debug("card %s is open", card.number)
