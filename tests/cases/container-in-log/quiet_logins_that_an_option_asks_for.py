import logging

import aiohttp

logger = logging.getLogger(__name__)


class Login:
    async def ask(self, session: aiohttp.ClientSession, data, log_auth_info=False):
        async with session.post("https://example.com/oauth/token", data=data) as resp:
            answer = await resp.json()
        if log_auth_info:
            logger.debug("the answer: %s", answer)
        return answer["access_token"]
