"""An engine fills the headers and cookies of a request that somebody else sends: its own items are shown, and none is a secret."""

import logging

logger = logging.getLogger(__name__)


def request(query, params):
    params["url"] = "https://search.example.com/?q=" + query
    params["headers"]["Accept-Encoding"] = "gzip"
    params["headers"]["Referer"] = "https://search.example.com/"
    params["cookies"]["region"] = params["region"]
    if params["safesearch"]:
        params["cookies"]["safe"] = "1"
    logger.debug("headers: %s", params["headers"])
    logger.debug("cookies: %s", params["cookies"])
    return params
