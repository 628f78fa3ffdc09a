import logging

logger = logging.getLogger(__name__)


async def credentials(pool):
    async for entry in pool:
        yield entry.client_secret


async def check(pool):
    async for value in credentials(pool):
        logger.info("checking %s", value)  # expect: secret
