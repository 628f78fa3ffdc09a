import logging

logger = logging.getLogger(__name__)


def _mask(value):
    return value[:-4] + "****"


def authorise(client, api_key):
    logger.info("using key %s", _mask(api_key))  # expect: key
    client.headers["X-Api-Key"] = api_key
