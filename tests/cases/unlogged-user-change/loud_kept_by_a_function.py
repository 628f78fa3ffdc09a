"""Who is switched on or off is kept by a function that updates accounts."""

from fastapi import APIRouter, Depends

from bank.db import get_account, update_account
from bank.deps import check_admin

router = APIRouter(prefix="/users")


@router.put("/{user_id}/activate")
async def toggle(user_id: str, admin=Depends(check_admin)):
    user_account = await get_account(user_id)
    user_account.activated = not user_account.activated  # expect: an account that is switched on or off
    await update_account(user_account)
    return {}
