import time

from fastapi import APIRouter, HTTPException

from shop.db import get_db

router = APIRouter(prefix="/toolkits")


@router.delete("/{toolkit_id}/keys/{key_id}", status_code=204)
async def revoke_toolkit_key(toolkit_id: str, key_id: str):
    async with get_db() as db:
        async with db.execute("SELECT id FROM toolkit_keys WHERE id=? AND toolkit_id=?", (key_id, toolkit_id)) as cur:
            if not await cur.fetchone():
                raise HTTPException(404, "Key not found")
        await db.execute("UPDATE toolkit_keys SET revoked_at=? WHERE id=?", (time.time(), key_id))  # expect: revoked token
        await db.commit()
