"""What is masked inside one item of a dict, under names that a list gives, is masked in the dict."""

import copy
import logging

import requests

LOG = logging.getLogger(__name__)
REDACTED = "REDACTED"


def read(url, headers_of, redact=(), timeout=None):
    arguments = {"url": url, "timeout": timeout}
    arguments["headers"] = headers_of(url)
    shown = {}
    for name, value in arguments.items():
        shown[name] = value
        if name == "headers":
            for header in value:
                if header in redact:
                    shown[name] = copy.deepcopy(value)
                    shown[name][header] = REDACTED
    LOG.debug("open %s with %s", url, shown)
    return requests.request("GET", **arguments)
