import logging

from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()
logger = logging.getLogger(__name__)


class Credentials(BaseModel):
    username: str
    password: str


@router.post("/login")
def login(credentials: Credentials):
    logger.debug("login %r", credentials.model_dump())  # expect: password
    return {"name": len(credentials.username)}
