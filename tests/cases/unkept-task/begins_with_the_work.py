"""What stands before the ``try`` is as much as what it guards, or asks one thing after the other."""

import asyncio
import logging

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, socket):
        self.socket = socket

    async def take(self, message):
        asyncio.ensure_future(self.answer(message))  # expect: answer()
        asyncio.create_task(self.collect(message))  # expect: collect()
        asyncio.create_task(self.socket.put(message))  # expect: put()
        asyncio.create_task(self.socket.send_order(message))  # expect: send_order()

    async def answer(self, message):
        answer = await self.socket.ask(message)
        try:
            await self.socket.post(answer)
        except Exception:
            logger.exception("no answer")

    async def collect(self, message):
        first = await self.socket.ask(message)
        second = await self.socket.ask(first)
        third = await self.socket.ask(second)
        try:
            await self.socket.post(first)
            await self.socket.post(second)
            await self.socket.post(third)
            await self.socket.flush()
        except Exception:
            logger.exception("not collected")


def convert(path, texts):
    texts[path] = path.read_text().title()


async def fetched(path, texts):
    asyncio.create_task(asyncio.to_thread(convert, path, texts))  # expect: convert()
