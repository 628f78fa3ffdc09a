from fastapi import APIRouter, Depends

from shop.accounts import current_account, update_account

router = APIRouter()


@router.put("/password")
async def update_password(data, account=Depends(current_account)):
    if not account.verify_password(data.old):
        raise ValueError("not the old password")
    account.hash_password(data.new)
    await update_account(account)  # expect: update_password() calls update_account()
    return {}


@router.post("/password/strength")
async def check_password_strength(data, account=Depends(current_account)):
    await update_account(account)
    return {}
