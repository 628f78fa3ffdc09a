from fastapi import APIRouter, Depends

from shop.context import context_of
from shop.models import OrderRead
from shop.store import load
from shop.users import current_user

router = APIRouter()


class ContextMiddleware:
    def process_request(self, req):
        ctx = context_of(req.environ)
        ctx.is_admin = "admin" in ctx.roles
        req.context = ctx


@router.get("/orders/{number}")
def order(number: int, user=Depends(current_user)):
    found = load(number)
    response = OrderRead.model_validate(found)
    response.is_owner = found.user_id == user.id
    return response
