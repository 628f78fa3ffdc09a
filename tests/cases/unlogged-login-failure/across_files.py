# file: shop/service.py
from shop.passwords import matches


def sign_in(name, password, store):
    account = store.find(name)
    if account is None or not matches(account, password):
        return None
    return account
# file: shop/passwords.py
import bcrypt


def matches(account, password):
    return bcrypt.checkpw(password.encode(), account.digest)
# file: shop/views.py
from fastapi import APIRouter, HTTPException

from shop.service import sign_in
from shop.store import store

router = APIRouter()


@router.post("/token")
def token(name: str, password: str):
    account = sign_in(name, password, store)
    if not account:
        raise HTTPException(status_code=401, detail="no")  # expect: failed login
    return {"token": account.token}
# file: shop/store.py
store = object()
