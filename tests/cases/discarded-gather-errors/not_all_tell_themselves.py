import asyncio
import logging

logger = logging.getLogger(__name__)


class Nodes:
    def __init__(self, nodes):
        self.nodes = nodes

    async def announce(self, sound):
        await asyncio.gather(*(self._play(node, sound) for node in self.nodes), return_exceptions=True)  # expect: asyncio.gather()
        logger.info("played on %d nodes", len(self.nodes))

    async def serve(self, server):
        serving = asyncio.create_task(server.serve())
        setting_up = asyncio.create_task(self._set_up())
        await asyncio.gather(serving, setting_up, return_exceptions=True)  # expect: asyncio.gather()

    async def one(self, sound):
        await asyncio.gather(self._play(self.nodes[0], sound), return_exceptions=True)  # expect: asyncio.gather()

    async def _play(self, node, sound):
        await node.start(sound)
        await node.end()

    async def _set_up(self):
        try:
            await self.nodes[0].set_up()
        except Exception:
            logger.exception("not set up")
