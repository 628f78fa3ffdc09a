import logging

import requests

log = logging.getLogger(__name__)


def weather(city: str) -> float:
    answer = requests.get(f"https://weather.example/{city}")
    log.debug("weather: %s %s", answer.status_code, answer.text)
    return answer.json()["temperature"]


def two_calls(base: str) -> str:
    answer = requests.get(f"{base}/version")
    log.debug("version: %s", answer.text)
    answer = requests.post(f"{base}/start")
    return answer.json()["access_token"]


def counted(base: str) -> int:
    answer = requests.get(f"{base}/usage")
    log.debug("usage: %s", answer.text)
    return answer.json()["total_tokens"]
