"""The sections' names, and one harmless setting of what dynaconf has read."""

import logging

from dynaconf import Dynaconf

logger = logging.getLogger(__name__)


def applied(path):
    loaded = Dynaconf(settings_files=[path])
    logger.info("applied sections: %s", sorted(loaded.as_dict().keys()))
    logger.info("runs at level %s", loaded.log_level)
    return loaded
