# file: bank/models.py
import bcrypt
from pydantic import BaseModel


class Account(BaseModel):
    id: str
    password_hash: str | None = None

    def hash_password(self, password: str) -> None:
        self.password_hash = bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()


class Receipt(BaseModel):
    digest: str | None = None

    def hash_password(self, password: str) -> str:
        return bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()
# file: bank/db.py
from bank.models import Account
from bank.sql import rows


async def get_account(key) -> Account:
    return await rows.fetchone(key, Account)


async def update_account(account: Account) -> None:
    await rows.update(account)
# file: bank/api.py
from fastapi import APIRouter

from bank.db import get_account, update_account
from bank.models import Account, Receipt

router = APIRouter()


@router.put("/first_install")
async def first_install(data):
    account = await get_account("root")
    account.username = data.username
    account.hash_password(data.password)  # expect: a changed password leaves no security record
    await update_account(account)
    return account


@router.post("/seal")
async def seal(data):
    receipt = Receipt()
    receipt.digest = receipt.hash_password(data.text)
    return receipt


@router.post("/accounts")
async def make(data):
    account = Account(id=data.id)
    account.hash_password(data.password)
    return account
