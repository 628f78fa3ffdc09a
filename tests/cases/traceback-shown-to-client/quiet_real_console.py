import traceback

from aiohttp import web


async def execute(request):
    return web.json_response(run_code(await request.text()))


def run_code(code):
    try:
        exec(code)
    except Exception:
        return {"traceback": traceback.format_exc()}
    return {}
