import logging

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()
audit = logging.getLogger("shop.audit")


class NotYours(Exception):
    pass


class NotYoursEither(Exception):
    pass


class TooLate(Exception):
    pass


class Orders:
    def own(self, user, order):
        if order.owner_id != user.id:
            raise NotYours  # expect: NotYours

    def own_told(self, user, order):
        if order.owner_id != user.id:
            raise NotYoursEither

    def open(self, user, order):
        if order.closed:
            raise TooLate


@app.exception_handler(NotYours)
async def not_yours(request: Request, error: NotYours):
    return JSONResponse({"detail": "denied"}, status_code=403)


@app.exception_handler(NotYoursEither)
async def not_yours_either(request: Request, error: NotYoursEither):
    audit.warning("%s %r denied", request.method, request.url.path)
    return JSONResponse({"detail": "denied"}, status_code=403)


@app.exception_handler(TooLate)
async def too_late(request: Request, error: TooLate):
    return JSONResponse({"detail": "closed"}, status_code=409)


@app.get("/orders/{number}")
def order(number: int, request: Request, orders: Orders = Depends(Orders)):
    found = request.app.state.orders[number]
    orders.own(request.user, found)
    orders.open(request.user, found)
    return found


@app.get("/told/{number}")
def told(number: int, request: Request, orders: Orders = Depends(Orders)):
    found = request.app.state.orders[number]
    orders.own_told(request.user, found)
    return found
