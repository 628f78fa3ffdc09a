import logging

import structlog

logger = logging.getLogger(__name__)
log = structlog.get_logger()


def save(row):
    try:
        row.save()
        logger.info(f"saved {row.id}")
    finally:
        logger.info(f"saved {row.id}")  # expect: the same record


def load(path, strict):
    if not path.exists():
        logger.error("no file %s", path)
        if strict:
            logger.warning("no file %s", path)  # expect: another level
            raise FileNotFoundError(path)
    log.info("file_loaded", path=path)
    log.info("file_loaded", path=path)  # expect: the same record
