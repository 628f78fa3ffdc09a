from fastapi import APIRouter, Depends

from .deps import admin_only
from .models import Membership

router = APIRouter()


@router.post("/rooms/{room}/users/{user}/admin", dependencies=[Depends(admin_only)])
def toggle_admin(room: int, user: int):
    membership = Membership.get_by_ids(user, room)
    membership.admin = not membership.admin  # expect: a change of rights leaves no security record
    membership.save()
    return {}
