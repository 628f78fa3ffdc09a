import logging

from tornado.web import HTTPError

logger = logging.getLogger(__name__)


class Authorization:
    async def authenticate_request(self, request, auth_required=True):
        if request.method == "OPTIONS":
            return None
        user = self.find(request.headers.get("X-Key"))
        if user is not None:
            return user
        if not auth_required:
            return None
        logger.warning("not trusted: %s", request.remote_ip)
        raise HTTPError(401)
