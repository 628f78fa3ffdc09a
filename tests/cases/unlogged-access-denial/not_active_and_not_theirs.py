# file: shop/services.py
from shop.errors import AppError


class SessionService:
    def __init__(self, session):
        self.session = session

    async def open(self, user_id):
        user = await self.session.get(user_id)
        if user.status != "active":
            raise AppError("USER_DISABLED", "The user must be active", status_code=403)  # expect: denied access
        return await self.session.add(user)

    async def join(self, user_id, tenant_id):
        membership = await self.session.get((user_id, tenant_id))
        if membership is None:
            raise AppError("DENIED", "Membership is required", status_code=403)  # expect: denied access
        return membership
    async def enter(self, user_id, tenant_id):
        tenant = await self.session.get(tenant_id)
        if tenant is None:
            raise AppError("DENIED", "tenant membership is required", status_code=403)  # expect: denied access
        return await self.session.add(user_id, tenant)
# file: shop/errors.py
class AppError(Exception):
    def __init__(self, code, text, status_code):
        self.status_code = status_code
# file: shop/api.py
from fastapi import APIRouter, Request

from shop.services import SessionService

router = APIRouter()


@router.post("/sessions")
async def open_session(request: Request, body: SessionBody):
    service = SessionService(request.state.session)
    await service.join(body.user_id, body.tenant_id)
    await service.enter(body.user_id, body.tenant_id)
    return await service.open(body.user_id)
