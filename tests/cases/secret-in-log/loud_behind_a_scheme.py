"""What stands behind the scheme of an Authorization header logs in, whatever it is called."""

import logging

import requests

logger = logging.getLogger(__name__)


def fetch(address, value):
    headers = {"Accept": "application/json", "Authorization": f"Bearer {value}"}
    logger.debug("asking %s with %s", address, value)  # expect: the authorization header reaches logger.debug(), from value
    return requests.get(address, headers=headers, timeout=10)


def post(session, address, value):
    session.headers["Authorization"] = "Token " + value
    logger.debug("posting with %s", value)  # expect: the authorization header reaches logger.debug(), from value
    return session.post(address, timeout=10)


def told(address, number):
    headers = {"Authorization": f"Bearer {number.token}", "X-Number": f"Number {number}"}
    logger.debug("asking for %s", number)
    return requests.get(address, headers=headers, timeout=10)
