"""In one of two branches the address is what somebody has set."""

import logging

from sqlalchemy import create_engine


class Store:
    def __init__(self, resource):
        locator = str(resource.slug)
        logging.info("locator: %s", locator)  # expect: the database URL reaches logging.info()
        if locator.endswith(".db"):
            locator = f"sqlite:///{locator}"
        self.engine = create_engine(locator)
