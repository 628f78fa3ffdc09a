import logging
import os

import requests
from aiohttp import ClientSession

logger = logging.getLogger(__name__)


class Instrumentation:
    def __init__(self, session: requests.Session):
        self.session = session
        self.proxy_url = os.environ.get("AGENT_API_URL") or "http://localhost:2000"
        logger.debug("Proxy URL: %s", self.proxy_url)

    def configurations(self):
        return self.session.get(self.proxy_url + "/list-configurations", timeout=5).json()


class Events:
    def __init__(self, session: ClientSession, connection_url=None):
        self._session = session
        self.connection_url = connection_url or "wss://events.example.com/ws"

    async def connect(self):
        logger.debug(f"connecting to {self.connection_url}")
        self._connection = await self._session.ws_connect(self.connection_url)


def token_of(urls, username, password):
    for connection_url in urls:
        try:
            return requests.post("%s/_open/auth" % connection_url, json={"user": username, "word": password}, timeout=5).json()
        except requests.ConnectionError:
            logger.critical("no connection to %s, trying another", connection_url)
    return None


def registered(engine_url, alias):
    try:
        requests.post(f"{engine_url}/v1/models", json={"alias": alias}, timeout=5)
    except requests.ConnectionError:
        logger.warning("the engine at %s is away", engine_url)
