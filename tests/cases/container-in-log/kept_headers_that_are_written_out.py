import logging

import aiohttp

logger = logging.getLogger(__name__)


class Session:
    def __init__(self, base_url, version):
        self._base_url = base_url
        self._headers = {"User-Agent": f"DataPlatform/{version}", "traceparent": self._trace()}
        logger.debug("client made for %s with the headers %s", self._base_url, self._headers)

    async def get(self, path, basic):
        async with aiohttp.ClientSession() as session:
            return await session.get(self._base_url + path, headers={"Authorization": "Basic " + basic} | self._headers)


class OtherSession:
    def __init__(self, base_url, api_key):
        self._base_url = base_url
        self._headers = {"User-Agent": "DataPlatform"}
        self._headers["Authorization"] = f"Bearer {api_key}"
        logger.debug("client made for %s with the headers %s", self._base_url, self._headers)  # expect: the headers
