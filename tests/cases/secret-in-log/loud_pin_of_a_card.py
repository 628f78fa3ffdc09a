"""A card's PIN."""

import logging

log = logging.getLogger(__name__)


def unlock(card, pin):
    log.debug("trying %s on card %s", pin, card.number)  # expect: the PIN reaches log.debug()
    return card.check(pin)
