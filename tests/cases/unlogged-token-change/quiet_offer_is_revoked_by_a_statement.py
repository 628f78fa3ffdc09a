import time

from fastapi import APIRouter

from shop.db import get_db

router = APIRouter(prefix="/offers")


@router.delete("/{number}", status_code=204)
async def revoke_offer(number: str):
    async with get_db() as db:
        await db.execute("UPDATE price_offers SET revoked_at=? WHERE id=?", (time.time(), number))
        await db.execute("UPDATE sort_keys SET used_at=? WHERE id=?", (time.time(), number))
        await db.commit()
