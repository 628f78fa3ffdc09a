import logging

from fastapi.security import OAuth2PasswordRequestForm
from fastapi_users import BaseUserManager, IntegerIDMixin

log = logging.getLogger(__name__)


class UserManager(IntegerIDMixin, BaseUserManager):
    async def authenticate(self, credentials: OAuth2PasswordRequestForm):
        user = await self.user_db.get_by_email(credentials.username)
        verified, _ = self.password_helper.verify_and_update(credentials.password, user.hashed_password)
        if not verified:
            return None  # expect: authenticate() returns None
        return user


class WatchfulManager(IntegerIDMixin, BaseUserManager):
    async def authenticate(self, credentials: OAuth2PasswordRequestForm):
        user = await self.user_db.get_by_email(credentials.username)
        verified, _ = self.password_helper.verify_and_update(credentials.password, user.hashed_password)
        if not verified:
            log.warning("failed login of %s", credentials.username)
            return None
        return user
