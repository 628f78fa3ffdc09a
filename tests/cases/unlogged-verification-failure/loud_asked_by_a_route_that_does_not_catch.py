"""What a verifier of the project's own answers by an error of the framework's goes to the outside: who asks it catches nothing."""

from fastapi import APIRouter, Body, HTTPException, Request
from joserfc import jwt
from joserfc.errors import BadSignatureError, DecodeError

from shop.settings import KEY
from shop.users import users

router = APIRouter()


class AuthHandler:
    def verify_password_reset_token(self, token: str):
        try:
            payload = jwt.decode(token, KEY, algorithms=["HS256"])
        except (BadSignatureError, DecodeError) as exc:
            raise HTTPException(status_code=400, detail="Invalid token") from exc  # expect: a token or signature that does not verify
        return users.by_name(payload.claims["sub"])


auth_handler = AuthHandler()


@router.post("/reset-password")
async def reset(request: Request, token: str = Body(...), new_password: str = Body(...)):
    user = auth_handler.verify_password_reset_token(token)
    request.app.logger.info("password of %s was reset", user.name)
    return {"name": user.name}
