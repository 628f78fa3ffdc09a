"""aiohttp says the address where the status or the content is the error; here neither is asked for."""

import logging

import aiohttp

logger = logging.getLogger(__name__)


async def tier_of(session: aiohttp.ClientSession, token):
    try:
        async with session.get(f"https://api.shop.test/tier?access_token={token}") as answer:
            return await answer.json(content_type=None)
    except Exception:
        logger.exception("no tier")
        return None
