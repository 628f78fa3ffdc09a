import logging

from fastapi import FastAPI, HTTPException

from shop.passwords import verify_password
from shop.users import find, token_of

logger = logging.getLogger(__name__)
app = FastAPI()


@app.post("/login")
async def login(name: str, password: str):
    try:
        user = await find(name)
        if not user or not verify_password(password, user.password_hash):
            raise HTTPException(status_code=401, detail="Invalid credentials")
        return {"token": token_of(user)}
    except HTTPException as error:
        logger.warning("Login of %r refused: %s", name, error.status_code)
        raise
