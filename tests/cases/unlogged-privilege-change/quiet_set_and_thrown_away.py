import logging

from fastapi import APIRouter, Depends

from shop.tables import Role, get_role, permissions, repository

router = APIRouter()
log = logging.getLogger(__name__)


@router.put("/roles/{id}")
async def update_role(wanted: list[str], role: Role = Depends(get_role)):
    role.permissions = []
    for one in wanted:
        found = permissions.get(one)
        if found is None:
            return {"error": "unknown permission"}
        role.permissions.append(found)
    await repository.update(role)
    log.info("role %s may now %s", role.id, wanted)
    return {}
