from fastapi import APIRouter, Depends, HTTPException

from shop.auth import current_user

router = APIRouter()


@router.get("/orders")
def orders(user=Depends(current_user)):
    if not user.may("orders"):
        raise HTTPException(status_code=403, detail="Orders are closed to you: permission denied")  # expect: a denied access leaves no security record
    return user.orders
