import logging

from aiohttp import web

log = logging.getLogger(__name__)
STATE_ON = "on"
STATE_BRI = "bri"


async def put_light(request: web.Request) -> web.Response:
    wanted = await request.json()
    if not isinstance(wanted[STATE_ON], bool):
        log.error("cannot read %s", wanted)
        return web.Response(status=400)
    brightness = int(wanted.get(STATE_BRI, 0))
    return web.json_response({"bri": brightness})


async def meter(request: web.Request, toon) -> None:
    data = await request.json()
    log.debug("got %s", data)
    if data.get("code") == 510:
        return
    await toon.update(data["updateDataSet"])


async def csp_report(request: web.Request) -> None:
    log.warning("violation: %r", await request.text())


async def unregistered(request: web.Request) -> None:
    start = await request.content.read(64)
    log.debug("starts with %s", start)
