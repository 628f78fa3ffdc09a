"""An address that somebody else has is no refusal of access, whatever the exception's base."""

from fastapi import APIRouter
from mill.store import users

router = APIRouter()


class AuthorizationError(Exception):
    status_code = 403


class UserAlreadyExistsError(AuthorizationError):
    """Somebody else has that address."""


@router.patch("/me/address")
async def change_address(address: str, principal):
    if await users.by_address(address) is not None:
        raise UserAlreadyExistsError()
    await users.update(principal.id, address=address)
    return {}
