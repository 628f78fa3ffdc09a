import logging

import httpx

log = logging.getLogger(__name__)


class Client:
    def __init__(self, key):
        self.api_key = key
        self.client = httpx.AsyncClient()

    async def get(self, url, params):
        params["api_key"] = self.api_key
        try:
            response = await self.client.get(url, params=params)
            response.raise_for_status()
            return response.json()
        except httpx.ConnectError:
            log.error("nobody there")
            raise
        except Exception as error:
            log.error("unexpected: %s", error)  # expect: its text shows the API key
            raise
