"""The key goes another way, or the error is handled where it is raised."""

import requests

PRICES = "https://prices.example/v2"


class NoPrices(Exception):
    pass


class Prices:
    def __init__(self, api_key: str) -> None:
        self._api_key = api_key
        self._session = requests.Session()

    def today(self, market: str) -> dict:
        answer = self._session.get(PRICES, params={"market": market}, headers={"X-Api-Key": self._api_key}, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def order(self, login: str, password: str) -> None:
        answer = self._session.post(PRICES, data={"login": login, "password": password}, timeout=10)
        answer.raise_for_status()

    def of_day(self, day: str) -> dict:
        answer = self._session.get(PRICES, params={"day": day, "api_key": self._api_key}, timeout=10)
        try:
            answer.raise_for_status()
        except requests.HTTPError as error:
            raise NoPrices(f"no prices of {day}: {error.response.status_code}") from None
        return answer.json()

    def page(self, page_token: str) -> dict:
        answer = self._session.get(PRICES, params={"pageToken": page_token}, timeout=10)
        answer.raise_for_status()
        return answer.json()
