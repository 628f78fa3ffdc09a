# file: shop/service.py
import logging

import bcrypt

log = logging.getLogger(__name__)


def authenticate(name, password, store):
    account = store.find(name)
    if account is None or not bcrypt.checkpw(password.encode(), account.digest):
        log.warning("failed login of %r", name)
        return None
    return account
# file: shop/views.py
from fastapi import APIRouter, HTTPException

from shop.service import authenticate

router = APIRouter()


@router.post("/token")
def token(name: str, password: str):
    account = authenticate(name, password, router.store)
    if not account:
        raise HTTPException(status_code=401, detail="no")
    return {"token": account.token}
