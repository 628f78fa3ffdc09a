import logging
import os

_LOG = logging.getLogger(__name__)


def connect(host):
    api_key = os.environ["MAPS_API_KEY"]
    _LOG.debug("connecting to {} with key {}".format(host, api_key))  # expect: key
    _LOG.debug("connected to {host}".format(host=host))
    return host, api_key
