"""A login of the program's own at another server that cannot be reached is a fault."""

from fastapi import APIRouter, HTTPException
from starlette.status import HTTP_502_BAD_GATEWAY

from .parts import AuthorizationError, HostNotFoundError, storage

router = APIRouter()


@router.post("/authenticate")
async def authenticate():
    try:
        storage.authenticate()
    except HostNotFoundError as error:
        raise HTTPException(status_code=HTTP_502_BAD_GATEWAY, detail=str(error))
    except AuthorizationError as error:
        raise HTTPException(status_code=HTTP_502_BAD_GATEWAY, detail=str(error))
