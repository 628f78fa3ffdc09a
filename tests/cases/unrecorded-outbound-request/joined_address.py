from urllib.parse import urljoin

import aiohttp
from aiohttp import web

BASE = "https://files.example.com/"


async def fetch(request: web.Request):
    address = urljoin(BASE, request.query["path"])
    async with aiohttp.ClientSession() as session:
        async with session.get(address) as answer:  # expect: session.get() asks
            return web.Response(text=await answer.text())
