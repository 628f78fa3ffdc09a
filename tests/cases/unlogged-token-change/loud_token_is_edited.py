"""A token is made void by a function that is given what to change."""

from fastapi import APIRouter, Depends

from bank.auth import current_user
from bank.tokens import edit_refresh_token, find_token

router = APIRouter()


@router.delete("/tokens/{token_id}")
async def remove(token_id: str, user=Depends(current_user)):
    token = await find_token(token_id, user)
    await edit_refresh_token(token, {"revoked": True})  # expect: a made or revoked token leaves no security record
    return {}


@router.put("/tokens/{token_id}")
async def rename(token_id: str, name: str, user=Depends(current_user)):
    token = await find_token(token_id, user)
    await edit_refresh_token(token, {"name": name})
    return {}
