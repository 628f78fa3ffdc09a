from fastapi import APIRouter, Depends, Header, HTTPException

from shop.settings import API_KEYS

router = APIRouter()


async def verify_key(x_api_key: str = Header()):
    if x_api_key not in API_KEYS:
        raise HTTPException(status_code=401, detail="Invalid API key")  # expect: failed login


async def needs_key(request):
    if "x-api-key" not in request.headers:
        raise HTTPException(status_code=401, detail="Send a key")


@router.get("/orders", dependencies=[Depends(needs_key), Depends(verify_key)])
async def orders():
    return []
