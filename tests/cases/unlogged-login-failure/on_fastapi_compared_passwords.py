import hmac
import logging

from fastapi import APIRouter, Depends, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

router = APIRouter()
logger = logging.getLogger(__name__)


def compare_passwords_securely(given, correct):
    return hmac.compare_digest(given.encode(), correct.encode())


@router.post("/login")
def login(form: OAuth2PasswordRequestForm = Depends()):
    if not compare_passwords_securely(form.password, router.auth[form.username]):
        raise HTTPException(status_code=400, detail="Incorrect credentials.")  # expect: login
    logger.info("%s has logged in", form.username)
    return {"success": True}
