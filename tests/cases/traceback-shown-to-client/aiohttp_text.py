import traceback

from aiohttp import web


@web.middleware
async def errors(request, handler):
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        return web.Response(text=traceback.format_exc(), status=500)  # expect: traceback
