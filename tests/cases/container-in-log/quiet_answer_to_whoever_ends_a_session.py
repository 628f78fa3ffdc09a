import logging

import httpx

logger = logging.getLogger(__name__)


class Client:
    def __init__(self, api_key):
        self.api_key = api_key

    async def reset_session(self, url, session):
        async with httpx.AsyncClient() as client:
            answer = await client.post(url, headers={"session": session.number}, json={"seed": session.seed})
            answer.raise_for_status()
            logger.debug("reset: %s", answer.json())
