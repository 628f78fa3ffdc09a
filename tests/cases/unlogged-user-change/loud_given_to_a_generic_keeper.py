"""A service gives somebody new to methods that keep rows of any kind."""

from fastapi import APIRouter, Depends

from shop.database import Mixins
from shop.models import User
from shop.passwords import hashed

router = APIRouter()


class SignUp:
    def __init__(self, mixins: Mixins = Depends()):
        self.mixins = mixins

    async def run(self, data):
        user = User(email=data.email, password=hashed(data.password))
        return await self.mixins.create_one(user)  # expect: a created or deleted user leaves no security record


@router.post("/sign-up")
async def sign_up(data, service: SignUp = Depends()):
    return await service.run(data)
