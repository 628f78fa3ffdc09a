import logging

logger = logging.getLogger(__name__)


def charged(card_number, amount, card):
    logger.info("charged %s to card ending in %s", amount, card_number[-4:])
    logger.info("brand %s, last four %s", card.brand, card.last4)
    logger.info("card of %d digits", len(card_number))
    masked_card = "*" * 12 + card_number[-4:]
    logger.info("charged %s", masked_card)
