import asyncio
import logging

logger = logging.getLogger(__name__)


class Exporter:
    def __init__(self, client, handlers):
        self.client = client
        self.handlers = handlers

    async def export(self, event):
        asyncio.create_task(self._send(event))
        asyncio.create_task(self._later(event))
        asyncio.create_task(guarded(self.client.post(event), "export"))
        asyncio.ensure_future(self._listen())

    async def _send(self, event):
        try:
            await self.client.post(event)
        except Exception:
            logger.exception("the event was not sent")

    async def _later(self, event):
        await asyncio.sleep(5)
        await self._send(event)

    async def _listen(self):
        while True:
            try:
                await self.handlers.handle(await self.client.receive())
            except asyncio.CancelledError:
                raise
            except Exception as error:
                logger.error("no message: %s", error, exc_info=True)

    def close(self):
        asyncio.get_running_loop().create_task(self.client.close())


async def guarded(work, name):
    try:
        await work
    except Exception as error:
        logger.warning("%s failed: %s", name, error)
