"""The key is sent in a header, or only the status is told."""

import logging

import requests

logger = logging.getLogger(__name__)


def prices(market: str, api_key: str) -> dict | None:
    answer = requests.get("https://prices.example/v2/day", params={"market": market}, headers={"X-Api-Key": api_key}, timeout=10)
    try:
        answer.raise_for_status()
    except requests.HTTPError as error:
        logger.error("no prices for %s: %s", market, error)
        return None
    return answer.json()


def weather(api_key: str) -> None:
    answer = requests.get("https://weather.example/now", params={"api_key": api_key}, timeout=10)
    try:
        answer.raise_for_status()
    except requests.HTTPError as error:
        logger.error("no weather: %s", error.response.status_code)
