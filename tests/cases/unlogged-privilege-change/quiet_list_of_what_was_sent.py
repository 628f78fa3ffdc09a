# file: shop/api.py
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.post("/roles")
async def create_role(body: RoleBody, repo=Depends(get_repo)):
    permissions = []
    for text in body.permissions:
        try:
            permissions.append(Permission.from_string(text))
        except ValueError:
            raise HTTPException(status_code=400) from None
    return {"permissions": permissions}
