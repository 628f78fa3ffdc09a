"""The text of an engine's address has stars in the password's place, though the code asks for that elsewhere."""

import logging

from sqlalchemy import create_engine

logger = logging.getLogger(__name__)


def connect(settings, driver):
    engine = create_engine(settings["database"])
    logger.info("connecting to %s", engine.url)
    return driver.connect(engine.url.host, engine.url.username, engine.url.password)
