from fastapi import APIRouter, Depends

from shop.deps import admin
from shop.store import get_account, update_account

router = APIRouter()


@router.put("/accounts/{account_id}")
async def edit(account_id: str, data, _=Depends(admin)):
    existing = await get_account(account_id)
    account = data.account()
    account.password_hash = existing.password_hash
    await update_account(account)
    return account
