"""Its grants record the no; and a method of that name elsewhere is judged where it is asked."""

import logging

from authlib.oauth2.rfc6749 import grants
from fastapi import APIRouter, HTTPException

from shop.accounts import Account, verify_password

log = logging.getLogger(__name__)
router = APIRouter()


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    def authenticate_user(self, username, password):
        account = Account.query.filter_by(name=username).first()
        if account and verify_password(password, account.password):
            return account
        log.warning("failed login of %r", username)
        return None


class Accounts:
    def authenticate_user(self, username, password):
        account = Account.query.filter_by(name=username).first()
        if account and verify_password(password, account.password):
            return account


@router.post("/token")
def token(username: str, password: str):
    account = Accounts().authenticate_user(username, password)
    if account is None:
        log.warning("failed login of %r", username)
        raise HTTPException(401)
    log.info("%r logged in", username)
    return {"token": account.token}
