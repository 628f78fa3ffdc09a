import logging

from fastapi import APIRouter, Depends

from . import tokens

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/logout", status_code=204)
async def logout(user=Depends(tokens.current_user), token: str = Depends(tokens.scheme)):
    tokens.add_token_to_denylist(tokens.read(token)["jti"])
    logger.info("user %s logged out", user.id)
