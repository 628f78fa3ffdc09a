# file: app/users.py
import logging

from fastapi_users import BaseUserManager, FastAPIUsers

from app.backend import backend

logger = logging.getLogger(__name__)


class Manager(BaseUserManager):
    async def authenticate(self, credentials):
        user = await super().authenticate(credentials)
        if user is None:
            logger.warning("authn_login_fail user=%r", credentials.username)
        return user


async def manager():
    yield Manager(None)


users = FastAPIUsers(manager, [backend])
router = users.get_auth_router(backend)
# file: app/backend.py
backend = None
