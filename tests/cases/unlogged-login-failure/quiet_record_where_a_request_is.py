import logging

from fastapi import Request

log = logging.getLogger(__name__)


class AuthService:
    async def authenticate_user(self, username: str, password: str, db, request: Request | None = None):
        user = await db.user(username)
        if not user:
            if request and request.client:
                log.warning("Login failed: no such user (from %s)", request.client.host)
            return None
        if not self.verify_password(password, user.password):
            if request and request.client:
                log.warning("Login failed: wrong password of %s (from %s)", user.id, request.client.host)
            return None
        return user
