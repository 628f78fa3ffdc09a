# file: notes/models.py
from tortoise import fields, models


class TOKEN_BLACKLIST(models.Model):
    token = fields.CharField(max_length=512)
    expires_at = fields.DatetimeField()
# file: notes/router.py
from fastapi import APIRouter, Depends
from fastapi.security import HTTPBearer

from notes.models import TOKEN_BLACKLIST

router = APIRouter(prefix="/auth")


@router.get("/logout")
async def logout(auth=Depends(HTTPBearer())):
    await TOKEN_BLACKLIST.create(token=auth.credentials, expires_at=auth.expires)  # expect: a logout leaves no security record
    return {"message": "gone"}
