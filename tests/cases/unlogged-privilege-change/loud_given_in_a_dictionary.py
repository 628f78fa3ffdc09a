"""A function that updates somebody may be given what to change as a dictionary."""

from fastapi import APIRouter, Depends

from bank.auth import check_admin
from bank.users import update_user

router = APIRouter()


@router.put("/users/{user_id}/admin")
async def promote(user_id: str, admin=Depends(check_admin)):
    await update_user(user_id, {"is_admin": True})  # expect: a change of rights leaves no security record
    return {}


@router.put("/users/{user_id}/name")
async def rename(user_id: str, name: str, admin=Depends(check_admin)):
    await update_user(user_id, {"name": name})
    return {}
