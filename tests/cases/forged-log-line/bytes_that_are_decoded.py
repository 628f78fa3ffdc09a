import asyncio
import logging

logger = logging.getLogger(__name__)


async def handle(reader: asyncio.StreamReader, writer) -> None:
    data = await reader.read(1000)
    logger.debug("got %s", data.decode())  # expect: reaches logger.debug()
