import logging
from logging import getLogger

logger = logging.getLogger(__file__)  # expect: __file__


class Desk:
    def __init__(self):
        self.log = getLogger(name=__file__)  # expect: __file__
        self.audit = getLogger(__cached__)  # expect: __cached__
