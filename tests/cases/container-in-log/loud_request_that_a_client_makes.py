"""What stands in a request that is made for a client is as secret as before; of httpx's headers the text hides the login."""

import logging

import httpx
import requests

logger = logging.getLogger(__name__)


def sign_in(url, user, password, token):
    headers = {"Authorization": f"Bearer {token}"}
    first = requests.Request("POST", url, headers=headers, data={"user": user, "password": password})
    logger.info("sending %s", first.headers)  # expect: the request's headers reach logger.info()
    second = httpx.Request("POST", url, headers=headers)
    logger.info("sending %s", second.headers)
    third = httpx.Request("POST", url, headers=headers)
    logger.info("sending %s", dict(third.headers))  # expect: the request's headers reach logger.info()
    return requests.Session().send(first.prepare())
