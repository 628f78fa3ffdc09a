"""An object that is made with a board and a pin switches what hangs on that pin."""

import logging

logger = logging.getLogger("lights")


class Strip:
    def __init__(self, board, pin, count):
        self.board = board
        self.pin = pin
        self.count = count

    def show(self, colours):
        logger.debug("pin %s: %d colours", self.pin, len(colours))
        for index, colour in enumerate(colours):
            self.board.write(self.pin, index, colour)

    def off(self):
        logger.info("switching off pin %s of %s", self.pin, self.board)
