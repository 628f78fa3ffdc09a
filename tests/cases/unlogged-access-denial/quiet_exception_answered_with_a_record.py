# file: shop/errors.py
class NotYours(Exception):
    pass
# file: shop/app.py
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from shop.errors import NotYours

log = logging.getLogger(__name__)
app = FastAPI()


@app.exception_handler(NotYours)
async def not_yours(request: Request, exc: NotYours):
    log.warning("denied: %s %s", request.url.path, exc)
    return JSONResponse(status_code=403, content={"detail": str(exc)})
# file: shop/orders.py
from fastapi import APIRouter, Depends

from shop.errors import NotYours
from shop.store import load
from shop.users import current_user

router = APIRouter()


@router.post("/orders/{number}/pay")
def pay(number: int, user=Depends(current_user)):
    order = load(number)
    if order.owner_id != user.id:
        raise NotYours(number)
    return order
