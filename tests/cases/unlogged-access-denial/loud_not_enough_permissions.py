from fastapi import APIRouter, HTTPException

from shop.deps import CurrentUser, SessionDep
from shop.models import Order

router = APIRouter()


@router.delete("/orders/{order_id}")
def delete_order(session: SessionDep, current_user: CurrentUser, order_id: int):
    order = session.get(Order, order_id)
    if not order:
        raise HTTPException(status_code=404, detail="Order not found")
    if not current_user.is_superuser and (order.owner_id != current_user.id):
        raise HTTPException(status_code=400, detail="Not enough permissions")  # expect: says that it is denied
    session.delete(order)
    session.commit()
    return {"message": "Order deleted"}
