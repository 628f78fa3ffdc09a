import asyncio
import logging

logger = logging.getLogger(__name__)


class Channels:
    def __init__(self, channels):
        self.channels = channels
        self.previous = {}

    async def start_all(self):
        tasks = []
        for name, channel in self.channels.items():
            logger.info("starting %s", name)
            tasks.append(asyncio.create_task(self._start(name, channel)))
        await asyncio.gather(*tasks, return_exceptions=True)

    async def tell_all(self, text):
        await asyncio.gather(*(self._tell(channel, text) for channel in self.channels.values()), return_exceptions=True)

    async def after(self, number, step):
        previous = self.previous.get(number)
        if previous:
            await asyncio.gather(previous, return_exceptions=True)
        await step()

    async def _start(self, name, channel):
        try:
            await channel.start()
        except Exception:
            logger.exception("%s is not started", name)

    async def _tell(self, channel, text):
        try:
            await channel.send(text)
        except Exception:
            logger.warning("nothing was sent", exc_info=True)
