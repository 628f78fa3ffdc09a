import logging
from dataclasses import dataclass

import httpx

LOGGER = logging.getLogger(__name__)


@dataclass
class RestResult:
    status: int = -1
    json: dict = None
    text: str = ""


class Connection:
    async def async_post(self, path, data, headers) -> RestResult:
        async with httpx.AsyncClient() as client:
            r = await client.post(f"https://home.example/{path}", json=data, headers=headers)
            return RestResult(status=r.status_code, json=r.json(), text=r.text)


class Auth:
    def __init__(self, connection, client_id, headers):
        self.connection = connection
        self.client_id = client_id
        self.headers = headers

    async def request_auth_token(self) -> str:
        LOGGER.debug("Requesting auth token")
        data = {"deviceId": self.client_id}
        result = await self.connection.async_post("auth/requestAuthToken", data, self.headers)
        LOGGER.debug(f"Request auth token result: {result}")  # expect: `result` reaches LOGGER.debug(): its text shows the token
        return result.json["authToken"]
