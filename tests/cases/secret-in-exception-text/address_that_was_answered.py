"""`raise_for_status()` says the whole address that was asked for, with the key in its query."""

import httpx
import requests

PRICES = "https://prices.example/v2"


class Prices:
    def __init__(self, api_key: str) -> None:
        self._api_key = api_key
        self._session = requests.Session()

    def today(self, market: str) -> dict:
        answer = self._session.get(PRICES, params={"market": market, "api_key": self._api_key}, timeout=10)
        answer.raise_for_status()  # expect: the API key stands in the text of HTTPError
        return answer.json()

    def of_day(self, day: str, query: dict[str, str]) -> dict:
        query["day"] = day
        query["api_key"] = self._api_key
        answer = self._session.get(PRICES, params=query, timeout=10)
        answer.raise_for_status()  # expect: stands in the text of HTTPError
        return answer.json()

    def history(self) -> dict:
        return _asked("/history", {"api_key": self._api_key})


def _asked(path: str, query: dict[str, str]) -> dict:
    answer = httpx.get(PRICES + path, params=query)
    answer.raise_for_status()  # expect: stands in the text of HTTPError
    return answer.json()
