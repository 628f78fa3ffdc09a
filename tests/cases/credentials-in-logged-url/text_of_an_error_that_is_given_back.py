"""The text of a library's error comes back in a dict or an object, and the caller writes it."""

import logging
import os
import traceback

import requests

logger = logging.getLogger(__name__)
API_KEY = os.environ["API_KEY"]


class Outcome:
    def __init__(self, ok, error=None):
        self.ok = ok
        self.error = error


def ask(city):
    url = f"https://weather.example/now?city={city}&api_key={API_KEY}"
    try:
        requests.get(url, timeout=5).raise_for_status()
    except requests.RequestException as error:
        return {"ok": False, "error": str(error), "city": city}
    return {"ok": True}


def ask_for_an_outcome(city):
    url = f"https://weather.example/now?city={city}&api_key={API_KEY}"
    try:
        requests.get(url, timeout=5).raise_for_status()
    except requests.RequestException as error:
        return Outcome(False, error=str(error))
    return Outcome(True)


def tell(city):
    answer = ask(city)
    if not answer["ok"]:
        logger.error("asking for %s failed", answer["city"])
        logger.error("asking failed: %s", answer["error"])  # expect: the URL with its API key reaches logger.error()
        logger.error("asking failed: %s", answer.get("error"))  # expect: the URL with its API key reaches logger.error()


def tell_the_outcome(city):
    outcome = ask_for_an_outcome(city)
    logger.info("asked for %s: %s", city, outcome.ok)
    logger.error("asking failed: %s", outcome.error)  # expect: the URL with its API key reaches logger.error()


def tell_the_traceback(city):
    url = f"https://weather.example/now?city={city}&api_key={API_KEY}"
    try:
        requests.get(url, timeout=5).raise_for_status()
    except Exception:
        logger.error("asking failed: %s", traceback.format_exc())  # expect: the URL with its API key reaches logger.error()
