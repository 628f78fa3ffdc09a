"""The back office's application: logging, error pages, routes."""

from __future__ import annotations

import sys
import uuid

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from loguru import logger

from shop import __version__
from shop.backoffice import routes, webhooks
from shop.config import Settings, load_settings

LOGGED_HEADERS = ("accept-language", "content-length", "content-type", "user-agent")


def configure_logging() -> None:
    """A short log for the console, a full one in a file."""
    logger.remove()
    logger.add(sys.stderr, level="INFO", diagnose=False)
    logger.add("/var/log/shop/backoffice.log", level="DEBUG", rotation="50 MB", retention="90 days", backtrace=True, diagnose=False)


async def request_failed(request: Request, error: Exception) -> JSONResponse:
    """Answer for an error that nobody handled."""
    incident = uuid.uuid4().hex
    logger.opt(exception=error).error("incident {} in {}", incident, type(error).__name__)
    return JSONResponse({"incident": incident, "detail": "Something went wrong; please name the incident when you ask."}, status_code=500)


async def log_request(request: Request, call_next):
    """Log who asked for what, with the headers that are known to be harmless."""
    shown = {name: repr(request.headers[name]) for name in LOGGED_HEADERS if name in request.headers}
    response = await call_next(request)
    logger.info("{} {!r} -> {} {}", request.method, request.url.path, response.status_code, shown)
    return response


def announce(settings: Settings) -> None:
    """Say with what the back office starts."""
    logger.info("back office {} starts with {}", __version__, settings)
    logger.info("payments go to {}, database is {} on {}", settings.payment_url, settings.db_name, settings.db_host)


def create_app() -> FastAPI:
    """Build the application; raises MissingSetting."""
    configure_logging()
    announce(load_settings())
    app = FastAPI(title="Shop back office")
    app.add_exception_handler(Exception, request_failed)
    app.middleware("http")(log_request)
    app.include_router(routes.router)
    app.include_router(webhooks.router)
    return app
