"""A traceback ends in the text of the error, and that repeats the address or the command."""

import logging
import subprocess

import requests

logger = logging.getLogger(__name__)


def forecast(city, api_key):
    try:
        answer = requests.get("https://weather.example/v1", params={"city": city, "api_key": api_key}, timeout=5)
        answer.raise_for_status()
        return answer.json()
    except requests.RequestException:
        logger.exception("no forecast for %s", city)  # expect: the API key reaches
        return None


def dump(name, password):
    try:
        subprocess.run(["pg_dump", name, "--password", password], check=True)
    except subprocess.CalledProcessError:
        logger.warning("no dump of %s", name, exc_info=True)  # expect: the password reaches
