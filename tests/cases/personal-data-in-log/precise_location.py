import logging

from aiohttp import web

logger = logging.getLogger(__name__)


async def ping(request: web.Request) -> web.Response:
    body = await request.json()
    latitude, longitude = float(body["latitude"]), float(body["longitude"])
    logger.debug("courier %d at %f/%f", int(body["courier"]), latitude, longitude)  # expect: latitude|location|position|coordinates
    return web.Response(status=204)
