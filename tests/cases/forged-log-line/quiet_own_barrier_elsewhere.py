# file: web/clean.py
import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def one_line(text):
    """The text without control characters."""
    return _CONTROL.sub("?", text)
# file: web/app.py
import logging

from aiohttp import web

from web.clean import one_line

logger = logging.getLogger(__name__)


async def search(request: web.Request) -> web.Response:
    logger.info("search for %s", one_line(request.query.get("q", "")))
    return web.json_response([])
