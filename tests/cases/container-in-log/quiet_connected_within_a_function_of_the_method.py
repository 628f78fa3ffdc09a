import logging

logger = logging.getLogger(__name__)


class Board:
    def __init__(self, device):
        self.device = device

    def shown(self, draw):
        def paint():
            return draw(**self.device)

        logger.info("painting %s", self.device)
        return paint()
