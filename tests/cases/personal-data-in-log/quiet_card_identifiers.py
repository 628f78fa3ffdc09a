import logging

logger = logging.getLogger("kanban")


def move(card, card_id, card_count, board):
    logger.info("card %s (%s) moved on %s, %d cards", card.title, card_id, board.name, card_count)


def deal(deck, cards):
    wildcard = "*.example"
    logger.debug("dealt %s from %s, pattern %s", [card.suit for card in cards], deck, wildcard)


def discard(postcards, scorecard):
    logger.info("%d postcards, scorecard %s", len(postcards), scorecard)
