from fastapi import APIRouter, Depends, HTTPException

from shop.models import User
from shop.security import get_password_hash, verify_password
from shop.users import current_user

router = APIRouter()


@router.patch("/me/secret")
async def renew(form, session, user=Depends(current_user)):
    if not verify_password(form.old, user.password):
        raise HTTPException(status_code=400, detail="wrong")
    user.password = get_password_hash(form.new)  # expect: changed password
    await session.flush()
    return user


@router.post("/users")
async def sign_on(form, session):
    user = User(name=form.name)
    user.password = get_password_hash(form.password)
    await session.flush()
    return user
