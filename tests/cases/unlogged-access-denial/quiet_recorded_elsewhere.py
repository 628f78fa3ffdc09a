# file: api/errors.py
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

log = logging.getLogger(__name__)


class AccessDenied(Exception):
    status_code = 403


def install(app: FastAPI):
    app.add_exception_handler(AccessDenied, denied)


async def denied(request: Request, error: AccessDenied):
    log.warning("%r denied", request.url.path)
    return JSONResponse({"error": "no"}, status_code=403)
# file: api/rooms.py
from fastapi import APIRouter

from api.errors import AccessDenied

router = APIRouter()


@router.delete("/rooms/{room}")
def remove(room: str, user=None):
    if room not in user.rooms:
        raise AccessDenied(room)
    return {}
