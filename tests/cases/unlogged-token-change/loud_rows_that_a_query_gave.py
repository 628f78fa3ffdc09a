from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import select

from shop.database import database
from shop.models import ApiKey

router = APIRouter()


@router.delete("/keys/{number}")
async def drop(number: int, db=Depends(database)):
    found = await db.execute(select(ApiKey).where(ApiKey.id == number))
    row = found.scalars().first()
    if row is None:
        raise HTTPException(404)
    await db.delete(row)  # expect: a made or revoked token leaves no security record
    await db.commit()


@router.post("/keys/{number}/off")
async def off(number: int, db=Depends(database)):
    row = await db.get(ApiKey, number)
    row.is_active = False  # expect: a made or revoked token leaves no security record
    await db.commit()
