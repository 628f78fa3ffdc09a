import json
import logging
import urllib.request

import aiohttp
import httpx
import requests

log = logging.getLogger(__name__)


class Portal:
    def __init__(self, base: str) -> None:
        self.base = base
        self.web = requests.Session()

    def enter(self, user: str, password: str) -> str:
        answer = self.web.post(f"{self.base}/login", json={"user": user, "password": password})
        log.debug("portal says %s", answer.text)  # expect: reaches log.debug()
        return answer.headers["X-Next"]

    def renew(self) -> str:
        reply = self.web.get(self.base)
        log.info("portal says %s", reply.text)  # expect: its text shows the token
        return reply.json()["access_token"]


async def sign_up(url: str, password: str) -> str:
    async with aiohttp.ClientSession() as web, web.post(url, json={"password": password}) as got:
        text = await got.text()
        log.debug("answer %s", text)  # expect: reaches log.debug()
        return text


async def exchange(url: str) -> str:
    async with httpx.AsyncClient() as web:
        out = await web.post(url)
    log.debug("%s", out.content)  # expect: its text shows the token
    return out.json()["session"]["token"]


def fetch(url: str) -> str:
    with urllib.request.urlopen(url) as stream:
        raw = stream.read()
    log.debug("raw %s", raw)  # expect: its text shows the token
    return json.loads(raw)["refresh_token"]
