"""aiohttp says the address where the answer is no JSON."""

import logging

import aiohttp

logger = logging.getLogger(__name__)


async def tier_of(session: aiohttp.ClientSession, token):
    try:
        async with session.get(f"https://api.shop.test/tier?access_token={token}") as answer:
            return await answer.json()
    except Exception:
        logger.exception("no tier")  # expect: the URL with its token
        return None
