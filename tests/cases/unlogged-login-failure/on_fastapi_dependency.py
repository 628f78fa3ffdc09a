from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from jose import JWTError, jwt

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")


async def current(token: str = Depends(bearer)):
    found = await user_of_key(token)
    if found is None:
        raise HTTPException(401, "unknown key")  # expect: failed login
    return found


@app.get("/me")
async def me(user=Depends(current)):
    return {"name": user.name}


async def user_of_key(key): ...
