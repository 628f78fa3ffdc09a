import jwt
from fastapi import Request


class NotLoggedIn(Exception):
    pass


class Manager:
    def __init__(self, key, refusal=NotLoggedIn):
        self._key = key
        self.refusal = refusal

    def _claims_of(self, token):
        try:
            return jwt.decode(token, self._key, algorithms=["HS256"])
        except jwt.PyJWTError:
            raise self.refusal  # expect: _claims_of()

    async def __call__(self, request: Request):
        claims = self._claims_of(request.cookies["session"])
        return await self.load(claims["sub"])


class Gate:
    def __init__(self, key):
        self._key = key

    def _claims_of(self, token):
        try:
            return jwt.decode(token, self._key, algorithms=["HS256"])
        except jwt.PyJWTError:
            raise NotLoggedIn

    async def __call__(self, request: Request):
        try:
            return self._claims_of(request.cookies["session"])
        except NotLoggedIn:
            return None
