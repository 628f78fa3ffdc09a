"""Who registers gets the first password from the keeper of all users."""

from fastapi import APIRouter, Depends, Request

from shop.database import UserRepository
from shop.passwords import hashed

router = APIRouter()


class AdminService:
    def __init__(self, users: UserRepository = Depends()):
        self.users = users

    async def registration(self, name: str, password: str):
        await self.users.create(name=name)
        number = (await self.users.by_name(name)).id
        await self.users.change_password(user_id=number, password=hashed(password))


@router.post("/sign-up")
async def sign_up(request: Request, name: str, password: str, service: AdminService = Depends()):
    await service.registration(name, password)
    return {"name": name}
