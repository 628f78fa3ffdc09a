"""The same of addresses without a secret, of one that is shown without it, and where nobody writes the error."""

import logging
from urllib.parse import urlsplit

import requests

logger = logging.getLogger(__name__)


def fetch(url):
    answer = requests.get(url, timeout=10)
    if answer.status_code != 200:
        raise ValueError(f"GET {url} gave {answer.status_code}")
    return answer.json()


def asked(url):
    answer = requests.get(url, timeout=10)
    if answer.status_code != 200:
        raise ValueError(f"GET {urlsplit(url).hostname} gave {answer.status_code}")
    return answer.json()


def weather(city, api_key):
    try:
        return fetch("https://weather.example/now?q=%s" % city), asked("https://weather.example/now?appid=%s" % api_key)
    except ValueError as error:
        logger.error("no weather: %s", error)
        return None
