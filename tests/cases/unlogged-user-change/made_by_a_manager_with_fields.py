from fastapi import APIRouter, Depends, HTTPException

from admin.schemas import UserCreate
from admin.users import UserAlreadyExists, UserManager, get_user_manager

router = APIRouter()


@router.post("/users", status_code=201)
async def create_user(form: UserCreate, user_manager: UserManager = Depends(get_user_manager)):
    try:
        created = await user_manager.create_with_fields(form)  # expect: a created or deleted user leaves no security record
    except UserAlreadyExists as error:
        raise HTTPException(400, "That user exists") from error
    return {"id": created.id}
