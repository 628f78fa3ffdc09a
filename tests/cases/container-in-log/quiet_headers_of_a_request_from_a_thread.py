import asyncio

import httpx


async def in_thread(function, *given):
    return await asyncio.to_thread(function, *given)


class Client:
    def __init__(self, hooks, logger, token):
        self.hooks = hooks
        self.logger = logger
        self.token = token

    async def send(self, client: httpx.AsyncClient, request: httpx.Request):
        req = await in_thread(self.hooks.before, request)
        self.logger.debug("Method: %s URL: %s Headers: %s", req.method, req.url, req.headers)
        return await client.send(req)
