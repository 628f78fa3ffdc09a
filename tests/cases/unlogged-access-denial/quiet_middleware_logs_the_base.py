import logging

from aiohttp import web

from shop.orders import order_of

log = logging.getLogger(__name__)
routes = web.RouteTableDef()


class ShopError(Exception):
    status = 400


class NotYours(ShopError):
    status = 403


@web.middleware
async def error_middleware(request, handler):
    try:
        return await handler(request)
    except ShopError as error:
        log.warning("%r refused: %r", request.path, error)
        return web.json_response({"error": str(error)}, status=error.status)


@routes.delete("/orders/{number}")
async def delete_order(request):
    order = await order_of(request)
    if not request["user"].is_admin:
        raise NotYours("only admins delete orders")
    await order.delete()
    return web.Response(status=204)


app = web.Application(middlewares=[error_middleware])
app.add_routes(routes)
