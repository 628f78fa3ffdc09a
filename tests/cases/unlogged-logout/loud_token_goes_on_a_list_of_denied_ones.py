from fastapi import APIRouter, Depends

from . import tokens

router = APIRouter()


@router.post("/logout", status_code=204)
async def logout(user=Depends(tokens.current_user), token: str = Depends(tokens.scheme)):
    tokens.add_token_to_denylist(tokens.read(token)["jti"])  # expect: a logout leaves no security record
