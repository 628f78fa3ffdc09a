from fastapi import APIRouter, Depends

from shop.services import IUserService, get_service

router = APIRouter()


@router.put("/me/roles")
async def UpdateMyRoles(user_id: int, roles: list[int], service: IUserService = Depends(get_service)):
    await service.UpdateUserRoles(user_id, roles=roles)  # expect: rights
    return {}
