"""What a text is given by `format`, and asks for nowhere, it does not show."""

import logging

logger = logging.getLogger(__name__)

URL = "http://{host}:{port}/alive"


def wait(host, port, access_token):
    logger.info("waiting for {host}:{port}".format(host=host, port=port, access_token=access_token))
    logger.info("waiting for {} at {{}}".format(host, access_token))
    logger.info("waiting for {0}".format(host, access_token))
