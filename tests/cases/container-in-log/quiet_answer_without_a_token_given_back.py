"""Nobody reads a secret of what comes back: what is in it is no more than a guess."""

import logging

import aiohttp

log = logging.getLogger(__name__)


class Graph:
    def __init__(self, url):
        self.url = url
        self.session = aiohttp.ClientSession()

    async def count(self):
        answer = await self._ask(json={"query": "count"})
        self.total = answer["data"]["shops"]["total"]

    async def _ask(self, **options):
        async with self.session.post(self.url, **options) as response:
            told = await response.json()
            log.info(told)
            return told
