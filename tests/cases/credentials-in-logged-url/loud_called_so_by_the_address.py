"""What stands in an address behind the name of a key, or between a user's name and the host, is one, whatever the code calls it."""

import logging

import requests

logger = logging.getLogger(__name__)


def plain(base, value):
    url = f"https://{base}/v1/weather?units=metric&apikey={value}"
    logger.debug("GET %s", url)  # expect: the URL with its API key reaches logger.debug()
    return requests.get(url, timeout=10)


def summed(value):
    url = "https://api.example.org/v1?api_key=" + value
    try:
        return requests.get(url, timeout=10)
    except requests.ConnectionError:
        logger.error("cannot reach %s", url)  # expect: the URL with its API key reaches logger.error()


def formatted(host, value):
    url = "https://{}/v1?user=x&access_token={}".format(host, value)
    logger.debug("GET %s", url)  # expect: the URL with its token reaches logger.debug()


def logged_in(user, word, host):
    logger.info("connecting to %s", f"amqp://{user}:{word}@{host}/")  # expect: the URL with its password reaches logger.info()
    logger.info("connecting to %s", "amqp://guest:%s@%s/" % (word, host))  # expect: the URL with its password reaches logger.info()
