import asyncio
import logging

logger = logging.getLogger(__name__)


async def log_stderr(reader: asyncio.StreamReader) -> None:
    while line := await reader.readline():
        logger.debug("ffmpeg: %s", line.rstrip())


async def handle(reader: asyncio.StreamReader, writer) -> None:
    data = await reader.read(1000)
    logger.debug("got %s", data)
