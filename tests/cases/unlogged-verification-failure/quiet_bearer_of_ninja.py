import logging

from jose import JWTError, jwt
from ninja import NinjaAPI
from ninja.security import HttpBearer

from shop.settings import KEY

log = logging.getLogger(__name__)


class Bearer(HttpBearer):
    def authenticate(self, request, token):
        try:
            claims = jwt.decode(token, KEY, algorithms=["HS256"])
        except JWTError:
            log.warning("a token from %s is no good", request.META["REMOTE_ADDR"])
            return None
        return claims["sub"]


api = NinjaAPI(auth=Bearer())
