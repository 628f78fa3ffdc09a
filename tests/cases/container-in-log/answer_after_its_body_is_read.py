import logging

logger = logging.getLogger(__name__)


class Login:
    async def refresh(self, data):
        response = await self._session.post("https://api.example.com/auth/token", data=data)
        response = await response.json()
        logger.debug("refresh response %s", response)  # expect: token
        if response.get("access_token"):
            self.access_token = response.get("access_token")
        return True
