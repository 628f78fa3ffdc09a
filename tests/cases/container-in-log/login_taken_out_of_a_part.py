"""A copy of a request's parameters is written, of whose headers the login was taken out; or another header."""

import copy
import logging

import requests

logger = logging.getLogger(__name__)


def send(params):
    shown = copy.deepcopy(params)
    login = shown["headers"].get("Authorization")
    if login:
        shown["headers"]["auth"] = "<%d characters>" % len(login)
        shown["headers"].pop("Authorization")
    logger.debug("sending %s", shown)
    return requests.request(**params)


def send_less(params):
    shown = copy.deepcopy(params)
    shown["headers"]["agent"] = "<%d characters>" % len(shown["headers"]["User-Agent"])
    shown["headers"].pop("User-Agent")
    logger.debug("sending %s", shown)  # expect: headers
    return requests.request(**params)
