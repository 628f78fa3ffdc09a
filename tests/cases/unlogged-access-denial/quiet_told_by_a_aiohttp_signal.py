import logging

from aiohttp import web

logger = logging.getLogger(__name__)


async def tell(request, response):
    if response.status in (401, 403):
        logger.warning("refused %s for %s", request.path, request.remote)


async def order(request):
    if not request["user"].can("delete", request.match_info["pk"]):
        return web.json_response({}, status=403)
    return web.json_response({})


app = web.Application()
app.on_response_prepare.append(tell)
app.router.add_delete("/order/{pk}", order)
