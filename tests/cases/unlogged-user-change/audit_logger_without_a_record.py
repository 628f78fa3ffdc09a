# file: shop/web.py
from fastapi import APIRouter, Depends

from shop.tables import User, UserRepository, get_repository

router = APIRouter()


@router.delete("/users/{id}")
async def delete_user(user: User, repository: UserRepository = Depends(get_repository)):
    await repository.delete(user)  # expect: user


@router.post("/me")
async def leave(user: User):
    user.mark_as_deleted()  # expect: user
