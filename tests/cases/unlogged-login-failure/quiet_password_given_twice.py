from fastapi import APIRouter

from shop.errors import ShopError
from shop.users import add

router = APIRouter()


class PasswordDoesNotMatch(ShopError):
    code = 401
    message = "password does not match"


@router.post("/signup")
async def sign_up(command: dict):
    if command.password1 != command.password2:
        raise PasswordDoesNotMatch
    return await add(command)
