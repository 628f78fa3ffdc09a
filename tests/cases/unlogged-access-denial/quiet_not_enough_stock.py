from fastapi import APIRouter, HTTPException

from shop.deps import CurrentUser, SessionDep
from shop.models import Order

router = APIRouter()


@router.post("/orders/{order_id}/pay")
def pay(session: SessionDep, current_user: CurrentUser, order_id: int):
    order = session.get(Order, order_id)
    if order.owner_id != current_user.id and not current_user.is_superuser:
        raise HTTPException(status_code=400, detail="Not enough items of that order are left")
    return {"message": "paid"}
