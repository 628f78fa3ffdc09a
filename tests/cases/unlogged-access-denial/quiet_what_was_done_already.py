from fastapi import APIRouter, Depends, HTTPException

from shop.alerts import add, settings_of
from shop.auth import current_user
from shop.likes import Like, find, like

router = APIRouter()


@router.post("/posts/{number}/like")
def like_post(number: int, user=Depends(current_user)):
    known = find(number, user.id)
    if isinstance(known, Like):
        raise HTTPException(status_code=403, detail="You have already liked this post")
    return like(number, user.id)


@router.post("/products/{number}/alerts")
def alert(number: int, user=Depends(current_user)):
    if not settings_of(number).price_alerts:
        raise HTTPException(status_code=403, detail="Price alerts are not enabled for this product")
    return add(number, user.id)
