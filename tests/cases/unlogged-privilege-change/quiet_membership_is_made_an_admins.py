import logging

from fastapi import APIRouter, Depends

from .deps import admin_only
from .models import Membership

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/rooms/{room}/users/{user}/admin")
def toggle_admin(room: int, user: int, admin=Depends(admin_only)):
    membership = Membership.get_by_ids(user, room)
    membership.admin = not membership.admin
    membership.save()
    logger.info("%s made %s an admin of %s: %s", admin.id, user, room, membership.admin)
    return {}
