from fastapi import APIRouter, Depends

from shop.deps import signed_in
from shop.store import get_lists, update_user_access_control_list

router = APIRouter()


@router.put("/lists")
async def change_list(data, account=Depends(signed_in)):
    lists = await get_lists(account.id)
    lists.items.append(data)
    await update_user_access_control_list(lists)  # expect: calls update_user_access_control_list()
    return lists
