import logging

from fastapi import APIRouter, Depends, HTTPException
from flask import Blueprint, abort
from flask_login import current_user

from shop.access import signed_in
from shop.models import Article, Order

log = logging.getLogger(__name__)
router = APIRouter()
bp = Blueprint("orders", __name__)


@bp.route("/orders/<int:number>")
def order_page(number):
    order = Order.query.get(number)
    if order is None or order.state != "paid":
        abort(404)
    if order.customer_id != current_user.id:
        log.warning("customer %s asked for order %d of another", current_user.id, number)
        abort(404)
    return order.as_json()


@router.get("/orders/{number}")
async def order_of(number: int, user=Depends(signed_in)):
    order = await Order.get(number)
    if order is None or order.owner_id != user.id:
        raise HTTPException(404, "no such order")
    return order


@router.get("/articles/{name}")
async def article_of(name: str, user=Depends(signed_in)):
    article = await Article.get(name)
    if article.language != user.language:
        raise HTTPException(404, "no such article")
    return article
