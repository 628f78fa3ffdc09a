"""A reset that is given the new password changes it."""

from fastapi import APIRouter, Depends

from shop.users import users_of

router = APIRouter()


@router.put("/password")
async def reset_password(email: str, password: str, users=Depends(users_of)):
    return await users.reset_password(email, password)  # expect: a changed password leaves no security record
