"""What is left of an address whose host, or whose query, is put in anew."""

import logging
from urllib.parse import urlparse, urlsplit, urlunparse

import httpx

logger = logging.getLogger(__name__)


def through(proxy: str) -> str:
    parsed = urlparse(proxy)
    shown = parsed._replace(netloc=parsed.hostname or "").geturl()
    logger.info("through %s, with a password: %s", shown, parsed.password is not None)
    return shown


def behind(address: str) -> str:
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.port:
        host = f"{host}:{parts.port}"
    shown = parts._replace(netloc=host).geturl()
    logger.info("behind %s for %s", shown, "somebody" if parts.password else "anybody")
    return shown


def last_of(address: str) -> None:
    parts = urlparse(address)
    logger.info("asks %s", urlunparse(parts._replace(netloc=parts.netloc.rsplit("@", 1)[-1])))
    if not parts.password:
        raise ValueError("no login")


async def states(session, address: str, access_token: str) -> dict:
    async with session.get(address, params={"access_token": access_token}) as response:
        logger.debug("asked %s", response.url.with_query(None))
        logger.debug("asked %s", response.url.origin())
        return await response.json()


def rates(address: str, token: str) -> dict:
    answer = httpx.get(address, params={"token": token})
    logger.debug("asked %s", answer.url.copy_with(query=None))
    logger.debug("asked %s", answer.url.copy_remove_param("token"))
    return answer.json()
