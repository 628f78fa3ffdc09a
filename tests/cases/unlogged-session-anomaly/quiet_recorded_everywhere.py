# file: sessions.py
import logging

logger = logging.getLogger(__name__)


class SessionHijackError(Exception):
    pass


class SessionService:
    def validate(self, session, request):
        stored = self.store.get(session.id)
        if stored.user_agent != request.headers["user-agent"]:
            logger.warning("session_hijack session=%s from=%s", session.id, request.client.host)
            raise SessionHijackError(session.id)
        return stored

    def rotate(self, token):
        row = self.store.refresh(token)
        if row.used_at is not None:
            self.reused(row)
            raise PermissionError(row.user_id)
        return self.store.next(row)

    def reused(self, row):
        logger.error("authn_token_reuse user=%s", row.user_id)
        self.store.revoke_all(row.user_id)
# file: middleware.py
import logging

logger = logging.getLogger("security")


class SessionGuard:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.session.get("ip") != request.META["REMOTE_ADDR"]:
            logger.warning("session moved from %s to %s", request.session.get("ip"), request.META["REMOTE_ADDR"])
            request.session.flush()
        return self.get_response(request)
