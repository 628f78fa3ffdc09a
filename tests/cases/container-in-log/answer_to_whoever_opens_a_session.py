import logging

import httpx

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, api_key):
        self.api_key = api_key

    async def open_session(self, url):
        async with httpx.AsyncClient() as client:
            answer = await client.post(url, json={"key": self.api_key})
            answer.raise_for_status()
            logger.debug("opened: %s", answer.json())  # expect: the response's body reaches logger.debug()
            return answer.json()["session"]
