"""What an engine is given is written out by then; what was called so before is a file."""

import logging
from pathlib import Path

from sqlalchemy import create_engine


class Store:
    def __init__(self, resource):
        locator = str(resource.slug)
        logging.info("locator: %s", locator)
        if locator.endswith(".owl"):
            locator = locator.replace(".owl", ".db")
            logging.info("building %s", locator)
            locator = f"sqlite:///{locator}"
        else:
            locator = f"sqlite:///{Path(locator).absolute()}"
        logging.info("after all %s", locator)
        self.engine = create_engine(locator)
