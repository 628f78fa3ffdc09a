import logging

from fastapi import APIRouter, Depends

from shop.crud import crud_posts, crud_users
from shop.db import get_db, session
from shop.models import Alarm, User

router = APIRouter()
log = logging.getLogger(__name__)


@router.post("/user")
async def write_user(values, db=Depends(get_db)):
    made = await crud_users.create(db=db, object=values)
    log.info("user %s was created", made.number)
    return made


@router.get("/user/{name}")
async def read_user(name: str, db=Depends(get_db)):
    return await crud_users.get(db=db, username=name)


@router.post("/post")
async def write_post(values, db=Depends(get_db)):
    return await crud_posts.create(db=db, object=values)


@router.post("/user/{number}/off")
def off(number: int):
    user = session.get(User, number)
    user.disable()
    session.commit()
    log.info("user %s was switched off", number)
    return {"off": number}


@router.post("/alarm/{number}/off")
def alarm_off(number: int):
    alarm = session.get(Alarm, number)
    alarm.disable()
    session.commit()
    return {"off": number}
