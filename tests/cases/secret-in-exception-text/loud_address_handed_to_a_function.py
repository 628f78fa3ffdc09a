"""An address that is put together with the secret in it, and stands in the error of the function that it is handed to."""

import logging

import requests

logger = logging.getLogger(__name__)


def fetch(url):
    answer = requests.get(url, timeout=10)
    if answer.status_code != 200:
        raise ValueError(f"GET {url} gave {answer.status_code}")  # expect: the URL with its API key stands in the text of ValueError
    return answer.json()


def clone(remote, run):
    if run(["git", "clone", remote]):
        raise RuntimeError("cannot clone " + remote)  # expect: the URL with its password stands in the text of RuntimeError


def weather(city, api_key):
    try:
        return fetch("https://weather.example/now?q=%s&appid=%s" % (city, api_key))
    except ValueError as error:
        logger.error("no weather: %s", error)
        return None


def mirror(user, password, run):
    try:
        clone(f"https://{user}:{password}@git.example/shop.git", run)
    except RuntimeError as error:
        logger.error("not mirrored: %s", error)
