import logging

import requests

logger = logging.getLogger(__name__)


def weather(city, key):
    answer = requests.get("https://weather.example/now", params={"q": city, "api_key": key}, timeout=10)
    if not answer.ok:
        logger.error("%s answered %s", answer.url, answer.status_code)  # expect: the URL with its API key reaches logger.error()
    return answer.json()


def forecast(city):
    answer = requests.get("https://weather.example/days", params={"q": city, "unit": "C"}, timeout=10)
    if not answer.ok:
        logger.error("%s answered %s", answer.url, answer.status_code)
    return answer.json()
