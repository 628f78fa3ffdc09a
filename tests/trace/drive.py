"""Asks a real application what the tests ask it: ``python drive.py MODULE:ATTRIBUTE wsgi|asgi``, in the application's folder.

Run by the tests in a process of its own, so that its logging is its own; what it writes is what they look at.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx

FORM = {"name": "anna", "password": "wrong"}


def wsgi(application: Any) -> None:
    """A failed login, refused access, a forged host, and a request that a form on another site could have sent."""
    with httpx.Client(transport=httpx.WSGITransport(app=application, raise_app_exceptions=False), base_url="http://shop.test") as client:
        client.post("/login", data=FORM)
        client.get("/admin")
        client.get("/admin", headers={"Host": "evil.test"})
        client.post("/transfer", data={"to": "eve"})


async def asgi(application: Any) -> None:
    """The same."""
    transport = httpx.ASGITransport(app=application, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop.test") as client:
        await client.post("/login", data=FORM)
        await client.get("/admin")
        await client.get("/admin", headers={"Host": "evil.test"})
        await client.post("/transfer", data={"to": "eve"})


if __name__ == "__main__":
    logging.getLogger("httpx").addFilter(lambda record: False)  # its records are not the application's
    sys.path[0] = str(Path.cwd())
    module, _, attribute = sys.argv[1].partition(":")
    served = getattr(import_module(module), attribute)
    if sys.argv[2] == "wsgi":
        wsgi(served)
    else:
        asyncio.run(asgi(served))
