from fastapi import APIRouter, Depends, Request

from shop.auth import admin_only
from shop.models import OAuthAccount
from shop.payouts import payout_account_service

router = APIRouter(dependencies=[Depends(admin_only)])


@router.post("/organizations/{number}/setup")
async def setup_account(request: Request, number: int, session=Depends()):
    organization = await session.get_one(number)
    await payout_account_service.create_manual_account(session, organization, country="se", currency="eur")


@router.get("/github/callback")
async def user_callback(request: Request, code: str, session=Depends()):
    oauth_account = OAuthAccount(platform="github", code=code, user=request.state.user)
    session.add(oauth_account)
    await session.flush()
