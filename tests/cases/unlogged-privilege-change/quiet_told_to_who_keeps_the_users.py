import logging

from fastapi import APIRouter

from shop.services import project_service, user_service

router = APIRouter()
log = logging.getLogger(__name__)


@router.put("/users/{number}")
async def put(number: int, body):
    await user_service.update(number, name=body.name, role=body.role)
    log.info("user %d has other rights", number)
    return {"changed": number}


@router.put("/users/{number}/name")
async def rename(number: int, body):
    await user_service.update(number, name=body.name, language=body.language)
    return {"changed": number}


@router.put("/projects/{number}")
async def project(number: int, body):
    await project_service.update(number, name=body.name, groups=body.groups)
    return {"changed": number}
