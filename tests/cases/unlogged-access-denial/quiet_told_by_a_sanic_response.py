import logging

from sanic import Sanic
from sanic.exceptions import Forbidden
from sanic.response import json

logger = logging.getLogger(__name__)
app = Sanic("shop")


@app.on_response
async def tell(request, response):
    if response.status in (401, 403):
        logger.warning("refused %s for %s", request.path, request.ip)


@app.delete("/order/<pk>")
async def order(request, pk):
    if not request.ctx.user.can("delete", pk):
        raise Forbidden("no")
    return json({})
