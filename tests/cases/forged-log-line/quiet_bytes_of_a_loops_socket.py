import asyncio
import logging

import aiohttp

log = logging.getLogger(__name__)


async def serve(server):
    loop = asyncio.get_running_loop()
    server.listen()
    while True:
        connection, _ = await loop.sock_accept(server)
        data = await loop.sock_recv(connection, 1024)
        log.info("received %s", data)


async def echo(url):
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        await socket.send_str("hello")
