# file: shop/services.py
class InvitationService:
    def __init__(self, session, audit=None):
        self.session = session
        self.audit = audit

    async def accept(self, invitation, user_id):
        await self.grant_role(user_id, invitation.role)
        invitation.status = "accepted"
        if self.audit is not None:
            await self.audit.record(action="invitation_accepted", actor=user_id, role=invitation.role)
        await self.session.flush()

    async def grant_role(self, user_id, role):
        self.session.add(UserRole(user_id=user_id, role=role))
# file: shop/api.py
from fastapi import APIRouter, Request

from shop.services import InvitationService

router = APIRouter()


@router.post("/invitations/{number}")
async def accept(request: Request, number: int):
    service = InvitationService(request.state.session, request.state.audit)
    await service.accept(await find(number), request.state.user_id)
    return {}
