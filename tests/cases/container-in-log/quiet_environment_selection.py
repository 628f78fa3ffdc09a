import logging
import os

logger = logging.getLogger(__name__)


def start():
    logger.info("home %s, language %s", os.environ.get("HOME"), os.environ.get("LANG"))
    logger.info("%d variables", len(os.environ))
    logger.info("variables: %s", sorted(os.environ))
    logger.info("stage %s, debug %s", os.environ["STAGE"], "DEBUG" in os.environ)
    kept = {name: os.environ[name] for name in ("TZ", "LANG") if name in os.environ}
    logger.info("kept %s", kept)
