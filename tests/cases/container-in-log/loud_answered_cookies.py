"""Cookies of an answer that are given back are those by which somebody will be known."""

import logging

import requests

logger = logging.getLogger(__name__)


class Client:
    def __init__(self):
        self.session = requests.Session()

    def start(self, address):
        response = self.session.get(address)
        cookies = response.cookies.get_dict()
        logger.debug("got cookies: %s", cookies)  # expect: the response's cookies reach logger.debug()
        logger.debug("got %d cookies: %s", len(cookies), sorted(cookies))
        return cookies

    def prices(self, address):
        response = self.session.get(address)
        logger.debug("got cookies: %s", response.cookies)
        return response.json()
