"""What comes back says that something failed, and nothing of what was asked."""

import logging
import os
import traceback

import requests

logger = logging.getLogger(__name__)
API_KEY = os.environ["API_KEY"]


def ask(city):
    url = f"https://weather.example/now?city={city}&api_key={API_KEY}"
    try:
        requests.get(url, timeout=5).raise_for_status()
    except requests.RequestException as error:
        return {"ok": False, "error": type(error).__name__, "token": "none"}
    return {"ok": True, "error": None}


def tell(city):
    answer = ask(city)
    logger.error("asking failed: %s, %s", answer["error"], answer["token"])


def tell_the_traceback(path):
    try:
        return open(path).read()
    except OSError:
        logger.error("reading failed: %s", traceback.format_exc())
        return ""
