import logging

from sqlalchemy import create_engine

logger = logging.getLogger(__name__)


def start(url):
    engine = create_engine(url)
    logger.info("engine on %s", engine.url.render_as_string(hide_password=False))  # expect: url|password
    return engine
