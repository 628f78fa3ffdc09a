import logging

_logger = logging.getLogger(__name__)
CONF_APP_KEY = "app_key"


def started(config):
    _logger.info("key %s", config[CONF_APP_KEY])  # expect: the API key reaches _logger.info()
