from fastapi import Depends, HTTPException, Request
from shop.tokens import read_token
from shop.users import users


async def current_user(request: Request):
    try:
        user_id = read_token(request.headers["Authorization"])
        user = await users.get(user_id)
    except Exception:
        raise HTTPException(status_code=401, detail="Could not validate credentials")  # expect: failed login
    return user


async def orders(user=Depends(current_user)):
    return user.orders
