import logging

from fastapi import APIRouter, Depends

from .deps import admin_only, directory

logger = logging.getLogger(__name__)
router = APIRouter()


@router.delete("/users/{name}")
def delete(name: str, admin=Depends(admin_only)):
    for backend in directory.backends:
        backend.del_user(name)
    logger.info("%s deleted the user %r", admin.name, name)
    return {"ok": True}
