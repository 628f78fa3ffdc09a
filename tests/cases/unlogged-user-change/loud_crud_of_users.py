"""What keeps the users is called after them, in whatever order."""

from fastapi import APIRouter, Depends

from shop.crud import crud_users
from shop.db import get_db, session
from shop.models import User

router = APIRouter()


@router.post("/user")
async def write_user(values, db=Depends(get_db)):
    return await crud_users.create(db=db, object=values)  # expect: a created or deleted user leaves no security record


@router.delete("/user/{name}")
async def erase(name: str, db=Depends(get_db)):
    await crud_users.db_delete(db=db, username=name)  # expect: a created or deleted user leaves no security record
    return {"gone": name}


@router.post("/user/{number}/off")
def off(number: int):
    user = session.get(User, number)
    user.disable()  # expect: an account that is switched on or off leaves no security record
    session.commit()
    return {"off": number}
