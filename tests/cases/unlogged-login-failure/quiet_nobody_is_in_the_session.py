from fastapi import HTTPException, Request

from shop.users import get_user_by_email


async def current_user(request: Request):
    user = await get_user_by_email(request.session.get("email"))
    if user is None:
        raise HTTPException(status_code=401, detail="Log in first")
    return user
