from fastapi import APIRouter, Depends

from annotating.security import auth_helper, get_current_user

router = APIRouter()


@router.delete("/token/{token_id}")
async def revoke_token(token_id: str, user=Depends(get_current_user)) -> None:
    await auth_helper.clear_token_by_id(token_id=token_id, owner=user.username)  # expect: made or revoked token
