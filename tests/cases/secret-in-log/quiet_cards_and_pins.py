import logging

logger = logging.getLogger(__name__)


def draw(card, hand, deck_cards, card_width, scorecard, discard_pile, card_title):
    logger.info("drew %s into %s from %s", card, hand, deck_cards)
    logger.debug("card width %s, scorecard %s, discards %s, title %s", card_width, scorecard, discard_pile, card_title)


def gpio(pin, pin_number, led_pin, pins):
    logger.info("setting pin %s high", pin)
    logger.debug("pin number %d, led on %d, all pins %s", pin_number, led_pin, pins)
