import abc
import logging

import aiohttp

logger = logging.getLogger(__name__)


class Http(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    async def get(self, *, url, headers=None) -> bytes:
        """Whatever the server answers."""


class AioHttp(Http):
    def __init__(self, session: aiohttp.ClientSession):
        self.session = session

    async def get(self, *, url, headers=None) -> bytes:
        async with self.session.get(url, headers=headers) as response:
            return await response.read()


class MachineCredentials:
    async def fetch(self, http: Http, url):
        response = await http.get(url=url)
        if response:
            logger.debug("fetched %r", response)  # expect: the response
            return response
        raise LookupError(url)


class Prices:
    async def fetch(self, http: Http, url):
        response = await http.get(url=url)
        logger.debug("fetched %r", response)
        return response
