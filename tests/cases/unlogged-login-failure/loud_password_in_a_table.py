from fastapi import FastAPI, HTTPException

from shop.tokens import token_of

app = FastAPI()
USERS = {"clerk": "secret"}


@app.post("/login")
async def login(name: str, password: str):
    if name not in USERS or USERS[name] != password:
        raise HTTPException(status_code=401, detail="Invalid credentials")  # expect: a failed login leaves no security record
    return {"token": token_of(name)}
