from fastapi import APIRouter, HTTPException, Request

from shop.users import ShopUser, token_store

router = APIRouter()


@router.get("/me")
def me(request: Request):
    user = request.user if "user" in request.scope else None
    if not isinstance(user, ShopUser):
        raise HTTPException(status_code=401, detail="Not authenticated")
    return user.name
