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
            raise HTTPException(status_code=401, detail="Invalid credentials")  # expect: a failed login leaves no security record
        return {"token": token_of(user)}
    except HTTPException:
        raise
    except Exception:
        logger.exception("The login of somebody failed")
        raise HTTPException(status_code=500, detail="Login failed")
