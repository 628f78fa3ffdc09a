"""Who calls a function reads a token of what it gives back, however deep it stands: the record of that answer has it, too."""

import logging

import aiohttp

log = logging.getLogger(__name__)


class Graph:
    def __init__(self, url):
        self.url = url
        self.session = aiohttp.ClientSession()

    async def renew(self, variables):
        answer = await self._ask(json={"query": "login", "variables": variables})
        self.token = answer["data"]["login"]["token"]

    async def _ask(self, **options):
        async with self.session.post(self.url, **options) as response:
            told = await response.json()
            log.info(told)  # expect: the response's body reaches log.info()
            return told
