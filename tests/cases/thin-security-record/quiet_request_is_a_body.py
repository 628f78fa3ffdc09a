# file: shop/api.py
import logging

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()
logger = logging.getLogger(__name__)


class RegisterSchema(BaseModel):
    name: str


class LoginRequest(BaseModel):
    name: str


@router.post("/register")
async def register(req: RegisterSchema, users: Users):
    user = await users.create(req.name)
    logger.info("User %s registered successfully", user.id)
    return {}


@router.post("/login")
async def login(request: LoginRequest, users: Users):
    user = await users.by_name(request.name)
    logger.warning("login failed for user %s", user.id)
    return {}
