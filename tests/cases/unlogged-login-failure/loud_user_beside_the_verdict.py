"""The verdict comes with whoever it is about; a no is a failed login, whichever part is asked."""

from fastapi import APIRouter, HTTPException

from mill.accounts import authenticate

router = APIRouter()


@router.post("/login")
def login(name: str, password: str):
    ok, user = authenticate(name, password)
    if not ok:
        raise HTTPException(401, "Wrong name or password")  # expect: a failed login
    return {"user": user.id}


@router.post("/enter")
def enter(name: str, password: str):
    _, user = authenticate(name, password)
    if user is None:
        raise HTTPException(401, "Wrong name or password")  # expect: a failed login
    return {"user": user.id}
