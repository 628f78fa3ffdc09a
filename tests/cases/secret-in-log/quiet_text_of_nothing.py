import logging

logger = logging.getLogger(__name__)


def separate(sections):
    for section in sections:
        logger.info(f"")
        logger.info(section.title)
