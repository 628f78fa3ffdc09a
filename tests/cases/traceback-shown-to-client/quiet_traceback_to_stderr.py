import sys
import traceback

from aiohttp import web


@web.middleware
async def errors(request, handler):
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return web.Response(text="Something went wrong.", status=500)
