from fastapi import APIRouter, Depends, Request

from shop.auth import decode, scheme

router = APIRouter()


class LoginService:
    @classmethod
    async def logout_services(cls, request: Request, token_id: str) -> bool:
        await request.app.state.redis.delete(f"token:{token_id}")  # expect: a logout leaves no security record
        return True


@router.post("/logout")
async def logout(request: Request, token: str = Depends(scheme)):
    payload = decode(token)
    await LoginService.logout_services(request, payload["sid"])
    return {}
