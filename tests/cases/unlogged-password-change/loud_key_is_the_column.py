"""SQLAlchemy's `update()` is given columns as keys."""

from fastapi import APIRouter

from shop.db import session
from shop.hashing import hashed
from shop.models import User

router = APIRouter()


@router.put("/users/{number}/password")
def put(number: int, new: str):
    session.query(User).filter(User.number == number).update({User.password: hashed(new)})  # expect: a changed password leaves no security record
    session.commit()
    return {"changed": number}
