# file: notes/models.py
from tortoise import fields, models


class USERS(models.Model):
    user_id = fields.IntField(pk=True)
    user_email = fields.CharField(max_length=255)
    hashed_pass = fields.CharField(max_length=255)
# file: notes/router.py
from fastapi import APIRouter

from notes.models import USERS
from notes.security import get_password_hash

router = APIRouter(prefix="/auth")
LIMITS = {}


@router.post("/register")
async def register(user):
    return await USERS.create(user_email=user.email, hashed_pass=get_password_hash(user.password))  # expect: a created or deleted user
