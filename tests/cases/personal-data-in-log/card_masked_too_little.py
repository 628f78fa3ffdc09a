import logging

logger = logging.getLogger(__name__)


def refund(card_number, amount):
    shown = card_number[:12] + "****"
    logger.info("refund of %s to %s", amount, shown)  # expect: card
