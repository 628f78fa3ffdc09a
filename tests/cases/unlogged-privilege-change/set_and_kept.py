from fastapi import APIRouter, Depends

from shop.tables import Role, get_role, permissions, repository

router = APIRouter()


@router.put("/roles/{id}")
async def update_role(wanted: list[str], role: Role = Depends(get_role)):
    role.permissions = []  # expect: change of rights
    if not wanted:
        return {"error": "none"}
    await repository.update(role)
    return {}
