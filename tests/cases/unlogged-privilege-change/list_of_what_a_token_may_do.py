from fastapi import APIRouter, Depends

from shop.deps import db, signed_in

router = APIRouter()


async def update_user_access_control_list(lists):
    await db.execute("UPDATE accounts SET lists = :lists WHERE id = :id", {"lists": lists.json(), "id": lists.owner})


@router.put("/lists")
async def change_list(data, account=Depends(signed_in)):
    mine = await db.lists(account.id)
    mine.items.append(data)
    await update_user_access_control_list(mine)  # expect: calls update_user_access_control_list()
    return mine
