"""A body that is read as text is written with its line breaks, also where it is no body that a secret stands in."""

import logging

from aiohttp import web

logger = logging.getLogger(__name__)


async def csp_report(request: web.Request) -> web.Response:
    text = await request.text()
    logger.info("a page was kept from loading: %s", text)  # expect: starts a forged record
    return web.Response(text="thanks")


async def csp_report_parsed(request: web.Request) -> web.Response:
    report = await request.json()
    logger.info("a page was kept from loading: %s", report)
    return web.Response(text="thanks")
