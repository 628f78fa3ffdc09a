import logging

import requests
from django.contrib import auth

logger = logging.getLogger(__name__)


def enter(request, user):
    logger.info("login of %s", user)
    auth.login(request, user)


def again(client, user, remember):
    logger.info("login of %s, remembered %s", user, remember)
    client.login(user, remember)


def bind(url, host, port):
    logger.info("asking %s by way of %s:%s", url, host, port)
    return requests.get(url, auth=(host, port), timeout=10)


def orders(url, user, kind):
    logger.info("asking %s as %s, %s", url, user, kind)
    return requests.get(url, auth=(user, "x"), params={"kind": kind}, timeout=10)
