"""The repr() of an error of aiohttp shows the headers of the request; its str() does not."""

import logging
import os

import aiohttp

logger = logging.getLogger(__name__)
API_KEY = os.environ["API_KEY"]


async def with_headers_of_the_client():
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {API_KEY}"}) as session:
        try:
            async with session.get("https://photos.example/albums") as answer:
                answer.raise_for_status()
        except aiohttp.ClientResponseError as error:
            logger.error("no albums: %r", error)  # expect: the API key reaches logger.error()
            logger.error("no albums: %s", error)
            logger.error("no albums: %s", error.status)


async def with_headers_of_its_own(session: aiohttp.ClientSession):
    try:
        async with session.get("https://photos.example/albums", headers={"X-Api-Key": API_KEY}) as answer:
            return await answer.json()
    except aiohttp.ClientError as error:
        logger.warning(f"no albums: {error=}")  # expect: the API key reaches logger.warning()
        logger.warning(f"no albums: {error}")


async def without_a_status(session: aiohttp.ClientSession):
    try:
        async with session.get("https://photos.example/albums", headers={"Accept": "image/png"}) as answer:
            answer.raise_for_status()
    except aiohttp.ClientError as error:
        logger.warning(f"no albums: {error!r}")


class NotReached(Exception):
    pass


class Albums:
    def __init__(self, session: aiohttp.ClientSession):
        self._session = session

    async def names(self, access_token):
        try:
            return await self._request("names", access_token)
        except NotReached as error:
            logger.warning("no albums: %s", error)
            return []

    async def _request(self, path, access_token):
        headers = {"Authorization": f"Bearer {access_token}"}
        try:
            async with self._session.get(f"https://photos.example/{path}", headers=headers) as answer:
                return await answer.json()
        except aiohttp.ClientError as error:
            raise NotReached(f"not reached: {error}") from error
