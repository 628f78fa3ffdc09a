import logging
import os

import requests

logger = logging.getLogger(__name__)
API_KEY = os.environ["API_KEY"]


class NoWeather(Exception):
    pass


def ask(city):
    try:
        requests.get("https://weather.example/now", params={"city": city, "api_key": API_KEY}, timeout=5).raise_for_status()
    except requests.HTTPError as error:
        raise NoWeather(f"could not ask for {city}: {error}") from error  # expect: the API key stands in the text of NoWeather


def tell(city):
    try:
        ask(city)
    except NoWeather as error:
        logger.error("no weather: %s", error)


def ask_quietly(city):
    try:
        requests.get("https://weather.example/now", params={"city": city, "api_key": API_KEY}, timeout=5).raise_for_status()
    except requests.HTTPError as error:
        raise NoWeather(f"could not ask for {city}: {error.response.status_code}") from error
