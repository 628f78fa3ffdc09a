# file: panel/const.py
CONF_TOKEN = "token"
CONF_HOST = "host"
KEY_USER = "panel_user"
# file: panel/setup.py
import logging

from panel.const import CONF_HOST, CONF_TOKEN, KEY_USER

logger = logging.getLogger(__name__)


def setup(config, request):
    logger.debug("setting %s of %s", CONF_TOKEN, config[CONF_HOST])
    logger.info("asked by %s", request[KEY_USER])
    return config[CONF_TOKEN]
