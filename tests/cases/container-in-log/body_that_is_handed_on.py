import logging

from aiohttp import web

log = logging.getLogger(__name__)


async def webhook(request: web.Request, bus) -> None:
    data = await request.json()
    log.debug("got %s", data)  # expect: the request's body reaches log.debug()
    kind = data.get("type")
    bus.fire(kind, data["topic"], data)


async def register(request: web.Request) -> None:
    data = await request.json()
    log.debug("got %s", data)  # expect: reaches log.debug()
    add(data["email"], data["country"], data["secret"])


async def unreadable(request: web.Request) -> None:
    text = await request.text()
    log.error("no JSON: %s", text)  # expect: the request's body reaches log.error()
