import logging

import aiohttp

logger = logging.getLogger(__name__)


class Login:
    async def refresh(self, data):
        try:
            response = await self._session.post("https://api.example.com/auth/token", data=data)
        except aiohttp.ClientConnectionError:
            response = await self._session.post("https://example.com/auth/token", data=data)
        logger.debug("refresh response %s", response)
        response = await response.json()
        if response.get("access_token"):
            self.access_token = response.get("access_token")
        return True
