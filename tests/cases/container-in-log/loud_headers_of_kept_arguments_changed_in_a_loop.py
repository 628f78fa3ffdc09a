"""A text that is put inside one item of a dict masks nothing where it is no mask."""

import logging

import requests

LOG = logging.getLogger(__name__)
AGENT = "shop/1.0"


def read(url, headers_of, renamed=(), timeout=None):
    arguments = {"url": url, "timeout": timeout}
    arguments["headers"] = headers_of(url)
    shown = {}
    for name, value in arguments.items():
        shown[name] = value
        if name == "headers":
            for header in renamed:
                shown[name][header] = AGENT
    LOG.debug("open %s with %s", url, shown)  # expect: headers
    return requests.request("GET", **arguments)
