"""All settings that dynaconf has read, at a level that is on: among them are the secrets of ``.secrets.toml``."""

import logging

from dynaconf import Dynaconf

logger = logging.getLogger(__name__)


def applied(path):
    loaded = Dynaconf(settings_files=[path])
    logger.info(f"applied settings: {loaded.as_dict()}")  # expect: the application's settings reach logger.info()
    return loaded
