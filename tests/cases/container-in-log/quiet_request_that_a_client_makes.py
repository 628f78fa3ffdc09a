"""The text of a request that is made for a client has its method, and perhaps its address."""

import logging

import httpx
import requests

logger = logging.getLogger(__name__)


def sign_in(url, user, password, token):
    headers = {"Authorization": f"Bearer {token}"}
    first = requests.Request("POST", url, headers=headers, data={"user": user, "password": password})
    logger.info("sending %s", first)
    logger.info("sending %s", first.prepare())
    second = httpx.Request("POST", url, headers=headers)
    logger.info("sending %r", second)
    return requests.Session().send(first.prepare())
