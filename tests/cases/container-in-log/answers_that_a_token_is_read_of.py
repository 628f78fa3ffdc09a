import logging
from abc import ABC

from aiohttp import ClientSession

_LOGGER = logging.getLogger(__name__)


class Session(ABC):
    def __init__(self, websession=None):
        self._websession = websession or ClientSession()
        self._tokens = {}

    async def get(self, path, **kwargs):
        return await self.request("GET", path, **kwargs)

    async def post(self, path, **kwargs):
        return await self.request("POST", path, **kwargs)

    async def request(self, method, url, **kwargs):
        async with self._websession.request(method, url, **kwargs) as resp:
            resp.raise_for_status()
            data = await resp.json()
            _LOGGER.debug("Received %s response: %s", resp.status, data)  # expect: the response's body
            return data


class BoxSession(Session):
    async def refresh(self):
        data = await self.post("https://id.box.example/v1", json={"grantType": "refresh_token"})
        self._tokens = {"idToken": data["id_token"], "refreshToken": data["refresh_token"]}

    async def boxes(self):
        return await self.get("https://api.box.example/boxes")
