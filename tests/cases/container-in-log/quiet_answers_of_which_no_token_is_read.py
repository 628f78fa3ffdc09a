import logging

from aiohttp import ClientSession

_LOGGER = logging.getLogger(__name__)


class Boxes:
    def __init__(self, api_key, websession=None):
        self._websession = websession or ClientSession()
        self._api_key = api_key

    async def get(self, path, **kwargs):
        return await self.request("GET", path, **kwargs)

    async def request(self, method, url, **kwargs):
        async with self._websession.request(method, url, headers={"X-Api-Key": self._api_key}, **kwargs) as resp:
            resp.raise_for_status()
            data = await resp.json()
            _LOGGER.debug("Received %s response: %s", resp.status, data)
            return data

    async def boxes(self):
        data = await self.get("https://api.box.example/boxes")
        return [box["name"] for box in data["boxes"]]
