"""The error of `raise_for_status()` names the address that was asked for before, outside of the `try`."""

import logging

import requests

logger = logging.getLogger(__name__)


def prices(market: str, api_key: str) -> dict | None:
    answer = requests.get("https://prices.example/v2/day", params={"market": market, "api_key": api_key}, timeout=10)
    try:
        answer.raise_for_status()
    except requests.HTTPError as error:
        logger.error("no prices for %s: %s", market, error)  # expect: the API key reaches logger.error()
        return None
    return answer.json()
