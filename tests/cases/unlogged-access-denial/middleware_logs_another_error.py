import logging

from aiohttp import web

from shop.errors import TokenExpired
from shop.orders import order_of

log = logging.getLogger(__name__)
routes = web.RouteTableDef()


@web.middleware
async def session_middleware(request, handler):
    try:
        return await handler(request)
    except web.HTTPError:
        raise
    except TokenExpired as error:
        log.warning("expired session: %s", error)
        raise web.HTTPFound("/login") from error
    except Exception as error:
        log.error("broken: %s", error)
        raise


@routes.delete("/orders/{number}")
async def delete_order(request):
    order = await order_of(request)
    if not request["user"].is_admin:
        raise web.HTTPForbidden(reason="only admins delete orders")  # expect: denied access
    await order.delete()
    return web.Response(status=204)


app = web.Application(middlewares=[session_middleware])
app.add_routes(routes)
