from fastapi import APIRouter

from shop.errors import ShopError
from shop.users import find, hash_password

router = APIRouter()


class PasswordDoesNotMatch(ShopError):
    code = 401
    message = "password does not match"


@router.post("/login")
async def login(command: dict):
    user = await find(command.email)
    if user.password != hash_password(command.password):
        raise PasswordDoesNotMatch  # expect: a failed login leaves no security record
    return {"id": user.id}
