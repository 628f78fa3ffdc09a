import logging

from fastapi import APIRouter, Depends, HTTPException

from shop.security import auth
from shop.users import current_user

log = logging.getLogger(__name__)
router = APIRouter()


@router.patch("/me/password")
async def change(form, session, user=Depends(current_user)):
    if not auth.verify_password(form.current_password, user.password):
        log.warning("wrong current password of %s", user.id)
        raise HTTPException(status_code=400, detail="Current password is incorrect")
    if auth.verify_password(form.password, user.password):
        raise HTTPException(status_code=400, detail="You can't use your current password")
    user.password = auth.get_password_hash(form.password)
    await session.flush()
    return user
