"""Who gives nothing but an address is sent a link: no password is changed."""

from fastapi import APIRouter, Depends

from shop.users import users_of

router = APIRouter()


@router.get("/reset-password")
async def reset_password(email: str, users=Depends(users_of)):
    return await users.reset_password(email=email)
