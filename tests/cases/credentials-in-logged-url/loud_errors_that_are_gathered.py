import asyncio
import logging

import httpx

logger = logging.getLogger(__name__)


async def price(symbol, settings):
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"https://stocks.example.com/{symbol}?apiKey={settings.api_key}")
        answer.raise_for_status()
        return answer.json()


async def watch(queue, settings):
    try:
        symbol = await queue.get()
        await asyncio.gather(price(symbol, settings), price("ALL", settings), return_exceptions=True)
        await asyncio.gather(*[price(one, settings) for one in symbol.parts], return_exceptions=True)
    except Exception as error:
        logger.error("no symbol: %s", error)


async def watch_each(queue, settings):
    try:
        symbol = await queue.get()
        await asyncio.gather(price(symbol, settings), price("ALL", settings))
    except Exception as error:
        logger.error("no price: %s", error)  # expect: the URL with its API key
