import logging

from fastapi import APIRouter, Depends, Request

from shop.projects import project_of, reconcile
from shop.users import current_user

log = logging.getLogger(__name__)
router = APIRouter()


@router.patch("/projects/{number}")
async def update(number: int, request: Request, user=Depends(current_user)):
    project = await project_of(number, user)
    try:
        await reconcile(project, await request.json())
    except OSError as e:
        log.warning("Failed to reconcile server config for project %s after auth update: %s", number, e)
    return project
