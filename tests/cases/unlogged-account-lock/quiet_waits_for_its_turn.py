from fastapi import APIRouter, Depends

from shop.db import advisory_lock, get_session
from shop.store import plan_of

router = APIRouter()


async def lock_account(session, user_id):
    await advisory_lock(session, f"account:{user_id}")


@router.post("/accounts/{user_id}/plan")
async def plan(user_id: int, session=Depends(get_session)):
    await lock_account(session, user_id)
    return await plan_of(session, user_id)
