# file: shop/services.py
from shop.errors import AppError


class FileService:
    def __init__(self, session):
        self.session = session

    async def tenant_of(self, context):
        tenant_id = getattr(context, "tenant_id", None)
        if not tenant_id:
            raise AppError("TENANT_ACCESS_DENIED", "Tenant context is required", status_code=403)
        return tenant_id

    async def read(self, number, authorization=None):
        if authorization is None:
            raise AppError("PERMISSION_DENIED", "FileService.read() wants an authorization service", status_code=403)
        return await self.session.get(number)

    async def invite(self, tenant_id, address):
        tenant = await self.session.get(tenant_id)
        if tenant.status != "active":
            raise AppError("TENANT_STATE", "The tenant must be active", status_code=403)
        return await self.session.add(tenant, address)
# file: shop/errors.py
class AppError(Exception):
    def __init__(self, code, text, status_code):
        self.status_code = status_code
# file: shop/api.py
from fastapi import APIRouter, Request

from shop.services import FileService

router = APIRouter()


@router.get("/files/{number}")
async def read(request: Request, number: int):
    service = FileService(request.state.session)
    tenant_id = await service.tenant_of(request.state.context)
    await service.invite(tenant_id, "a")
    return await service.read(number)
