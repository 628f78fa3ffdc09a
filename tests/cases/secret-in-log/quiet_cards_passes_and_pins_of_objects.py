import logging

logger = logging.getLogger(__name__)


def ui(card, token):
    logger.debug("rendering card %s", card.title)


def cards(deck):
    card = deck.draw()
    logger.info("player drew %s", card)


def payment(card):
    logger.info("card %s **** %s", card.brand, card.last4)


def board(pin, value):
    GPIO.output(pin, value)
    logger.debug("pin %s = %s", pin, value)


def map_pin(pins):
    for pin in pins:
        logger.debug("pin at %s", pin.position)


def compiler_pass(module, passes):
    for p in passes:
        logger.debug("running pass %s", p.name)


def secret_santa(pairs):
    logger.info("%d secret santa pairs", len(pairs))
