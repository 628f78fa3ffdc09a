# file: panel/const.py
CONF_CODE = "password"
CONF_HOST = "host"
# file: panel/setup.py
import logging

from panel.const import CONF_CODE, CONF_HOST

logger = logging.getLogger(__name__)


def setup(config):
    logger.debug("logging in to %s with %s", config[CONF_HOST], config[CONF_CODE])  # expect: password
    return config[CONF_CODE]
