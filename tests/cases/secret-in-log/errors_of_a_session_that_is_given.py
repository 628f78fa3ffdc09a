import logging

import aiohttp

log = logging.getLogger(__name__)


class Prices:
    def __init__(self, api_key):
        self._api_key = api_key

    async def fetch(self, session):
        try:
            async with session.get("https://prices.example/v3", params={"api_key": self._api_key, "limit": 5}) as answer:
                answer.raise_for_status()
                return await answer.json()
        except aiohttp.ClientError as error:
            log.warning("no prices: %s", error)  # expect: the API key reaches log.warning()
        return None

    async def by_header(self, session):
        try:
            async with session.get("https://prices.example/v3", headers={"X-Api-Key": self._api_key}) as answer:
                answer.raise_for_status()
                return await answer.json()
        except aiohttp.ClientError as error:
            log.warning("no prices: %s", error)
        return None

    async def kept(self, store):
        try:
            return store.get(self._api_key).json()
        except aiohttp.ClientError as error:
            log.warning("nothing kept: %s", error)
        return None
