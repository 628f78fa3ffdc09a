"""Who has forgotten a password gives an address, however that is spelt, and is sent a link: no password is changed."""

from fastapi import APIRouter, Depends

from .schemas import Forgotten
from .services import Accounts, get_accounts

router = APIRouter()


@router.post("/reset-password")
async def reset_password(data: Forgotten, service: Accounts = Depends(get_accounts)):
    await service.reset_password(email=data.email.__str__())
    return {"sent": True}


@router.post("/reset-password-again")
async def reset_password_again(data: Forgotten, service: Accounts = Depends(get_accounts)):
    await service.reset_password(str(data.email).strip().lower())
    return {"sent": True}
