import logging
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass
class ConnectRequest:
    user: str
    password: str = field(repr=False)


class Refused(Exception):
    def __init__(self, url, params):
        super().__init__()
        self.url = url
        self.names = sorted(params)

    def __str__(self):
        return f"{self.url} {self.names}"


class Line:
    async def ask(self, message):
        try:
            await self.write(message)
        except TimeoutError as error:
            raise ConnectionError(f"no answer to {message}") from error

    async def login(self, user, password):
        try:
            await self.ask(ConnectRequest(user, password))
        except ConnectionError as error:
            log.error("login failed: %s", error)


def call(url, params):
    raise Refused(url, params)


def sign_in(name, api_key):
    try:
        call("/authenticate", {"login_id": name, "api_key": api_key})
    except Refused as error:
        log.error("call failed: %s", error)
