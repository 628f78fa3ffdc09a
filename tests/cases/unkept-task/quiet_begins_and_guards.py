import asyncio
import logging
import os

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, socket, listeners, inbox_queue, places_semaphore):
        self.places_semaphore = places_semaphore
        self.socket = socket
        self.listeners = listeners
        self.inbox_queue = inbox_queue

    async def name(self):
        return self.socket.describe()

    async def take(self, message):
        asyncio.ensure_future(self.listen(message))
        asyncio.create_task(self.inbox_queue.put(message))
        asyncio.create_task(self.places_semaphore.acquire())

    def on_cancel(self, stream):
        asyncio.create_task(self.socket.send_cancel_stream(stream.number))

    async def listen(self, message):
        name = await self.name()
        try:
            if message.get("kind") == "bye":
                await self.socket.leave()
                return
            for listener in self.listeners:
                await listener(self, message)
        except Exception:
            logger.exception("%s: a message was not handled", name)


def convert(path, texts):
    try:
        text = path.read_text()
        texts[path] = text.title()
        path.unlink()
    except Exception as error:
        logger.error("%s was not converted: %r", path, error)


async def fetched(path, texts):
    asyncio.create_task(asyncio.to_thread(convert, path, texts))


def address_of_hook():
    return os.getenv("SHOP_HOOK") or None


async def told(score, client):
    address = address_of_hook()
    if address and score.low:
        try:
            await client.post(address, json={"score": score.number})
        except Exception as error:
            logger.warning("the hook was not called: %s", error)


def scored(score, client):
    asyncio.get_running_loop().create_task(told(score, client))


class Event:
    kind: str
    number: int


class Journal:
    def __init__(self, readers):
        self.events = []
        self.readers = readers

    async def keep(self, event):
        self.events.append(event)
        for reader in self.readers:
            try:
                await reader(event)
            except Exception:
                logger.warning("a reader failed", exc_info=True)

    async def sold(self, number):
        await self.keep(Event(kind="sold", number=number))

    def on_sale(self, number):
        asyncio.get_running_loop().create_task(self.sold(number))
