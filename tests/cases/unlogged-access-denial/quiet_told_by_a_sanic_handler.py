import logging

from sanic import Sanic
from sanic.handlers import ErrorHandler
from sanic.exceptions import Forbidden
from sanic.response import json

logger = logging.getLogger(__name__)


class Told(ErrorHandler):
    def default(self, request, exception):
        logger.warning("refused %s for %s: %s", request.path, request.ip, exception)
        return super().default(request, exception)


app = Sanic("shop", error_handler=Told())


@app.delete("/order/<pk>")
async def order(request, pk):
    if not request.ctx.user.can("delete", pk):
        raise Forbidden("no")
    return json({})
