# file: bank/users.py
async def create_user_account_no_check(account):
    await store(account)
    return account


async def store(account):
    return account
# file: bank/api.py
from fastapi import APIRouter, Depends

from bank.deps import check_admin
from bank.models import Account
from bank.users import create_user_account_no_check

router = APIRouter(prefix="/users", dependencies=[Depends(check_admin)])


@router.post("/user")
async def api_make(data):
    account = Account(id=data.id)
    user = await create_user_account_no_check(account)  # expect: a created or deleted user
    return user
