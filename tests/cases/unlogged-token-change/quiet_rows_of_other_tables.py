from fastapi import APIRouter, Depends
from sqlalchemy import select

from shop.database import database
from shop.models import ApiKey, Article

router = APIRouter()


@router.delete("/articles/{number}")
async def drop(number: int, db=Depends(database)):
    found = await db.execute(select(Article).where(Article.id == number))
    row = found.scalars().first()
    await db.delete(row)
    await db.commit()


@router.post("/articles/{number}/off")
async def off(number: int, db=Depends(database)):
    row = await db.get(Article, number)
    row.is_active = False
    await db.commit()


@router.get("/keys/{number}")
async def seen(number: int, db=Depends(database)):
    row = await db.get(ApiKey, number)
    row.seen = True
    await db.commit()
    return {"name": row.name}
