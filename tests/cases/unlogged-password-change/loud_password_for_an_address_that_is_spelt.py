"""An address and a new password: it is changed."""

from fastapi import APIRouter, Depends

from .schemas import Recovered
from .services import Accounts, get_accounts

router = APIRouter()


@router.post("/reset-password")
async def reset_password(data: Recovered, service: Accounts = Depends(get_accounts)):
    await service.reset_password(data.email.__str__(), data.password.__str__())  # expect: a changed password
    return {"changed": True}
