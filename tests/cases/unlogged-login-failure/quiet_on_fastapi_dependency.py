import logging

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")
logger = logging.getLogger(__name__)


async def current(token: str = Depends(bearer)):
    if token is None:
        raise HTTPException(401, "log in")
    found = await user_of_key(token)
    if found is None:
        logger.warning("authn_login_fail: unknown key")
        raise HTTPException(401, "unknown key")
    return found


@app.get("/me")
async def me(user=Depends(current)):
    return {"name": user.name}


async def user_of_key(key): ...
