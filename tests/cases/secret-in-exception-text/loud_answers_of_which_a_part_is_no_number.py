import logging

import httpx

logger = logging.getLogger(__name__)


class Engine:
    def __init__(self, app_id, app_secret):
        self._app_id = app_id
        self._app_secret = app_secret
        self._token = ""

    async def login(self):
        async with httpx.AsyncClient() as http:
            answer = await http.post("https://chat.example/app_access_token", json={"id": self._app_id, "secret": self._app_secret})
            data = answer.json()
            try:
                self._password = data["password"]
                self._until = float(data["expires"])
            except ValueError as error:
                raise RuntimeError(f"no time: {data}") from error  # expect: `data` stands in the text of RuntimeError

    async def work(self):
        try:
            await self.login()
        except Exception as error:
            logger.error("not logged in: %s", error)
