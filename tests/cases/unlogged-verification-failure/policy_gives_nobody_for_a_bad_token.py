import logging

import jwt

logger = logging.getLogger(__name__)


class OpenIDPolicy:
    def unauthenticated_userid(self, request):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer":
            return None
        payload = self._decode(token)
        if payload is None:
            return None  # expect: does not verify
        return payload.get("sub")

    def _decode(self, token):
        try:
            return jwt.decode(token, self.key, algorithms=["RS256"])
        except jwt.PyJWTError:
            logger.debug("invalid token")
            return None
