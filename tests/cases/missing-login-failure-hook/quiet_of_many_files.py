# file: hut/users.py
import logging

from fastapi_users import BaseUserManager, FastAPIUsers

logger = logging.getLogger(__name__)


class UserManager(BaseUserManager):
    async def authenticate(self, credentials):
        user = await super().authenticate(credentials)
        if user is None:
            logger.warning("login failed for %s", credentials.username)
        return user


async def get_user_manager():
    yield UserManager()


login = FastAPIUsers[UserManager, int](get_user_manager, [])
# file: hut/routes.py
from fastapi import APIRouter

from hut.users import login

router = APIRouter()
router.include_router(login.get_auth_router("jwt"), prefix="/auth")
