from fastapi import APIRouter, Request, Response

from shop.mails import send_link
from shop.models import ShopUser

router = APIRouter()


@router.post("/magic")
async def send_magic_link(request: Request, email: str):
    user, _ = await ShopUser.objects.aupdate_or_create(email=email)  # expect: a created or deleted user leaves no security record
    await send_link(email, user.code)
    return Response(status_code=200)
