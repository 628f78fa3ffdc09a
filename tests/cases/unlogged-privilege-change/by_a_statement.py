from fastapi import APIRouter
from sqlalchemy import update

from teams.models import Basket, Membership

router = APIRouter()


@router.post("/members/{member}")
async def set_role_of(session, member: int, role: str):
    await session.execute(update(Membership).where(Membership.id == member).values(role=role))  # expect: rights
    return role


@router.post("/baskets/{basket}")
async def set_role_in_basket(session, basket: int, role: str):
    await session.execute(update(Basket).where(Basket.id == basket).values(role=role))
    return role
