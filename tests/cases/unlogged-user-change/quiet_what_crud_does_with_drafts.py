from fastapi import APIRouter, Depends

from shop import crud
from shop.database import database

router = APIRouter()


@router.get("/users/{number}")
async def find_user(number: int, db=Depends(database)):
    return await crud.user.get(id=number, db=db)


@router.delete("/drafts/{number}")
async def remove_draft(number: int, db=Depends(database)):
    return await crud.draft.remove(id=number, db=db)
