import logging
import os
from typing import NamedTuple

logger = logging.getLogger(__name__)


class Context(NamedTuple):
    folder: str
    environment: str


def export(context: Context, wanted: dict):
    known = {"APP_FOLDER": context.folder, "APP_ENVIRONMENT": context.environment}
    for key, value in {**known, **wanted}.items():
        logger.debug("exporting %s=%s", key, value)
        os.environ[key] = value
