"""What is not of a class that the code names may be anything else: here the traceback of what could not be compiled."""

import traceback
from types import CodeType

from aiohttp import web


def compiled(text):
    try:
        return compile(text, "<sent>", "exec")
    except Exception:
        return traceback.format_exc()


async def run(request: web.Request) -> web.Response:
    made = compiled((await request.json())["code"])
    if isinstance(made, CodeType):
        return web.json_response({"state": "started"})
    return web.json_response({"state": "not compiled", "traceback": made})  # expect: traceback
