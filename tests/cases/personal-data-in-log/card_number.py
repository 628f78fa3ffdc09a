import logging

logger = logging.getLogger(__name__)


def authorise(gateway, card_number, cvv, amount):
    logger.info("authorising %s on card %s", amount, card_number)  # expect: card
    answer = gateway.authorise(card_number, cvv, amount)
    logger.debug("answer %s for cvv %s", answer.code, cvv)  # expect: cvv|card
    return answer
