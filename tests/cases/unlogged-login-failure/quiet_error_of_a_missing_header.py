"""A handler of the error that nothing was sent answers whoever has not logged in yet; a token that has expired is recorded."""

import logging

from jwt import ExpiredSignatureError, decode
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse

log = logging.getLogger(__name__)


class AuthorizationHeaderMissing(Exception):
    pass


def authenticate(connection, key):
    header = connection.headers.get("Authorization")
    if header is None:
        raise AuthorizationHeaderMissing
    return decode(header.removeprefix("Bearer "), key, algorithms=["RS256"])


class TokenMiddleware:
    def __init__(self, app, key):
        self.app = app
        self.key = key

    async def __call__(self, scope, receive, send):
        connection = HTTPConnection(scope)
        try:
            scope["user"] = authenticate(connection, self.key)
            await self.app(scope, receive, send)
        except AuthorizationHeaderMissing:
            answer = PlainTextResponse("there is no login", status_code=401)
            await answer(scope, receive, send)
        except ExpiredSignatureError as error:
            log.warning("a token that has expired was shown: %s", type(error).__name__)
            answer = PlainTextResponse("expired", status_code=401)
            await answer(scope, receive, send)
