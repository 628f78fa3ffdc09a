"""An exception of that name refuses, and so does an answer."""

from fastapi import APIRouter, Request
from mill.store import users
from mill.web import ApiError

router = APIRouter()


class InvalidCredentials(ApiError):
    status_code = 401


@router.post("/login")
def login(request: Request, name: str, password: str):
    user = users.find(name)
    if not user.check_password(password):
        raise InvalidCredentials()  # expect: a failed login
    return {"user": user.id}
