import logging

LOG = logging.getLogger(__name__)


def replay(connection, stored):
    request = {"method": "GET", "uri": stored.uri}
    request["headers"] = stored.all_headers()
    LOG.debug("again: %s", request)  # expect: headers
    return connection.send(request)
