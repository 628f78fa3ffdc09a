from fastapi import APIRouter, Depends

from shop.accounts import current_account, issue, lists_of, update_access_lists

router = APIRouter()


@router.put("/acl/token")
async def api_create_user_api_token(data, account=Depends(current_account)):
    lists = await lists_of(account.id)
    key = issue(account)
    lists.ids.append(key.id)
    await update_access_lists(lists)  # expect: api_create_user_api_token() calls update_access_lists()
    return {"key": key.text}


@router.get("/acl/token")
async def api_list_user_api_tokens(account=Depends(current_account)):
    lists = await lists_of(account.id)
    await update_access_cache(lists)
    return lists
