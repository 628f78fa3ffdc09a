import logging

from fastapi import APIRouter, Depends
from fastapi_users import BaseUserManager

from shop.users import get_user_manager

router = APIRouter()
logger = logging.getLogger(__name__)


class UserManager(BaseUserManager):
    async def on_after_reset_password(self, user, request=None):
        logger.info("authn_password_change user=%s", user.id)


@router.post("/users/{name}/password")
async def give(name: str, password: str, manager: BaseUserManager = Depends(get_user_manager)):
    user = await manager.get_by_email(name)
    await manager.user_db.update_user(user, password=manager.password_helper.hash(password))
    logger.info("authn_password_change user=%s", user.id)
    return {"ok": True}
