"""Who gives nobody to Django Ninja has refused the request, and nothing else hears of it."""

from jose import JWTError, jwt
from ninja import NinjaAPI
from ninja.security import HttpBearer

from shop.settings import KEY


class Bearer(HttpBearer):
    def authenticate(self, request, token):
        try:
            claims = jwt.decode(token, KEY, algorithms=["HS256"])
        except JWTError:
            return None  # expect: a token or signature that does not verify leaves no security record
        return claims["sub"]


api = NinjaAPI(auth=Bearer())
