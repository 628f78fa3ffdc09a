"""Under an application's keys anything is kept: what is called one opens nothing."""

import logging
from typing import Final

from aiohttp import web

_logger = logging.getLogger(__name__)
ENGINE_APPKEY: Final = web.AppKey("engine", str)
SETTINGS_APP_KEY = web.AppKey("settings", dict)


async def started(app: web.Application) -> None:
    _logger.info("engine %s", app[ENGINE_APPKEY])
    _logger.info("settings %s", app[SETTINGS_APP_KEY])
