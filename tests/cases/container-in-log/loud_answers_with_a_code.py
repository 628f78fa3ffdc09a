import logging

import httpx

logger = logging.getLogger(__name__)


class Channel:
    def __init__(self, client: httpx.AsyncClient, app_id, app_secret):
        self._client, self._app_id, self._app_secret = client, app_id, app_secret

    async def renew(self):
        answer = await self._client.post("/auth/token/internal", json={"app_id": self._app_id, "app_secret": self._app_secret})
        data = answer.json()
        if data.get("code") == 0:
            self._token = data.get("tenant_access_token")
        else:
            logger.error("no new token: %s", data)

    async def renew_once(self):
        answer = await self._client.post("/auth/token/internal", json={"app_id": self._app_id, "app_secret": self._app_secret})
        data = answer.json()
        if data["status"] != "ok":
            logger.error("no new token: %s", data)
            return
        self._token = data["tenant_access_token"]

    async def renew_aloud(self):
        answer = await self._client.post("/auth/token/internal", json={"app_id": self._app_id, "app_secret": self._app_secret})
        data = answer.json()
        if data.get("code") == 0:
            logger.debug("a new token: %s", data)  # expect: its text shows the token
            self._token = data.get("tenant_access_token")
