from fastapi import APIRouter, Depends

from shop import crud
from shop.database import database
from shop.people import NewUser

router = APIRouter()


@router.post("/users")
async def create_user(user: NewUser, db=Depends(database)):
    return await crud.user.create_with_team(obj_in=user, db=db)  # expect: a created or deleted user leaves no security record


@router.delete("/users/{number}")
async def remove_user(number: int, db=Depends(database)):
    return await crud.user.remove(id=number, db=db)  # expect: a created or deleted user leaves no security record
