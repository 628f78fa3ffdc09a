"""A function gives somebody, a word for who is locked out, or nothing where a verifier says no."""

from fastapi import APIRouter, Request

from shop.database import by_name
from shop.passwords import verify_password
from shop.tokens import create_access_token

router = APIRouter()


def authenticate_user(name, password):
    user = by_name(name)
    if not user:
        return None
    if user.is_locked:
        return "LOCKED"
    if not verify_password(password, user.hashed_password):
        return None
    return user


@router.post("/login")
def login(request: Request, name: str, password: str):
    user = authenticate_user(name, password)
    if not user:
        return {"access_token": "INVALID"}  # expect: a failed login leaves no security record
    return {"access_token": create_access_token({"sub": user.name})}
