# file: shop/errors.py
class ShopError(Exception):
    def code(self):
        return 400


class NotYours(ShopError):
    def code(self):
        return 403


class Gone(ShopError):
    def code(self):
        return 410
# file: shop/views.py
from fastapi import APIRouter, Request

from shop.errors import Gone, NotYours
from shop.orders import orders

router = APIRouter()


@router.get("/orders/{number}")
def order(request: Request, number: int):
    found = orders[number]
    if found.owner_id != request.user.id:
        raise NotYours  # expect: denied access
    if found.number != number:
        raise Gone
    return found
