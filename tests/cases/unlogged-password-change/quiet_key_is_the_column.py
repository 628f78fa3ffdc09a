import logging

from fastapi import APIRouter

from shop.db import session
from shop.hashing import hashed
from shop.models import Printer, User

router = APIRouter()
log = logging.getLogger(__name__)


@router.put("/users/{number}/password")
def put(number: int, new: str):
    session.query(User).filter(User.number == number).update({User.password: hashed(new)})
    session.commit()
    log.info("the password of user %s was changed", number)
    return {"changed": number}


@router.put("/users/{number}/name")
def rename(number: int, name: str):
    session.query(User).filter(User.number == number).update({User.name: name})
    session.commit()
    return {"changed": number}


@router.put("/printers/{number}")
def printer(number: int, pin: str):
    session.query(Printer).filter(Printer.number == number).update({Printer.password: pin})
    session.commit()
    return {"changed": number}
