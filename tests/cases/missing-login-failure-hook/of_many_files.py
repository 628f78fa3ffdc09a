# file: hut/users.py
from fastapi_users import BaseUserManager, FastAPIUsers


class UserManager(BaseUserManager):
    reset_password_token_secret = "x"


async def get_user_manager():
    yield UserManager()


login = FastAPIUsers[UserManager, int](get_user_manager, [])
# file: hut/routes.py
from fastapi import APIRouter, Depends

from hut.limits import slowly
from hut.users import login

router = APIRouter()
router.include_router(login.get_auth_router("jwt"), prefix="/auth", dependencies=[Depends(slowly)])  # expect: failed login
