"""What aiohttp tells of the request that it has sent."""

import logging

import aiohttp

log = logging.getLogger(__name__)


async def download(session: aiohttp.ClientSession, url, token):
    async with session.get(url, headers={"Authorization": f"Bearer {token}"}) as resp:
        log.debug("request to %s with headers=%s", url, resp.request_info.headers)  # expect: the request's headers reach log.debug()
        return await resp.read()
