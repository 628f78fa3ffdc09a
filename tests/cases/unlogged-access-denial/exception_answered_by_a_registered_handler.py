# file: shop/errors.py
class NotYours(Exception):
    pass


class OutOfStock(Exception):
    pass
# file: shop/app.py
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from shop.errors import NotYours, OutOfStock

app = FastAPI()


@app.exception_handler(NotYours)
async def not_yours(request: Request, exc: NotYours):
    return JSONResponse(status_code=403, content={"detail": str(exc)})


@app.exception_handler(OutOfStock)
async def out_of_stock(request: Request, exc: OutOfStock):
    return JSONResponse(status_code=409, content={"detail": str(exc)})
# file: shop/orders.py
from fastapi import APIRouter, Depends

from shop.errors import NotYours, OutOfStock
from shop.store import load
from shop.users import current_user

router = APIRouter()


@router.post("/orders/{number}/pay")
def pay(number: int, user=Depends(current_user)):
    order = load(number)
    if order.owner_id != user.id:
        raise NotYours(number)  # expect: denied access
    if order.left < order.wanted:
        raise OutOfStock(number)
    return order
