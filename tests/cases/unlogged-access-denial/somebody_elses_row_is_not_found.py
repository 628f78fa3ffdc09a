from fastapi import APIRouter, Depends, HTTPException, status
from flask import Blueprint, abort
from flask_login import current_user

from shop.access import signed_in
from shop.models import Order

router = APIRouter()
bp = Blueprint("orders", __name__)


@bp.route("/orders/<int:number>")
def order_page(number):
    order = Order.query.get_or_404(number)
    if order.customer_id != current_user.id and not current_user.is_staff:
        abort(404)  # expect: denied access
    return order.as_json()


@router.get("/orders/{number}")
async def order_of(number: int, user=Depends(signed_in)):
    order = await Order.get(number)
    if order is None:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND)
    if order.owner_id != user.id:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND)  # expect: denied access
    return order
