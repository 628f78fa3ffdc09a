import logging
import smtplib

import aiohttp
import requests
from requests.auth import HTTPBasicAuth

logger = logging.getLogger(__name__)


class Mailer:
    def __init__(self, section):
        self.user = section["u"]
        self.phrase = section["p"]

    def send(self, message):
        logger.debug("logging in as %s with %s", self.user, self.phrase)  # expect: the password reaches logger.debug()
        with smtplib.SMTP("mail.example.com") as server:
            server.login(self.user, self.phrase)
            server.send_message(message)


def orders(url, username, given):
    logger.debug("asking %s as %s, %s", url, username, given)  # expect: the password reaches logger.debug()
    return requests.get(url, auth=(username, given), timeout=10)


def session(username, word):
    made = requests.Session()
    made.auth = (username, word)
    logger.info("session of %s, %s", username, word)  # expect: the password reaches logger.info()
    return made


def basic(url, name, word):
    logger.info("calling %s, %s", name, word)  # expect: the password reaches logger.info()
    return requests.get(url, auth=HTTPBasicAuth(name, word), timeout=10)


async def later(url, name, word):
    logger.info("calling %s, %s", name, word)  # expect: the password reaches logger.info()
    async with aiohttp.ClientSession(auth=aiohttp.BasicAuth(name, word)) as client:
        return await client.get(url)
