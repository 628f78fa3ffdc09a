# file: api/middleware.py
import logging

from starlette.middleware.base import BaseHTTPMiddleware

log = logging.getLogger(__name__)


class Refusals(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        if response.status_code in (401, 403):
            log.warning("%r refused with %s", request.url.path, response.status_code)
        return response
# file: api/rooms.py
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.delete("/rooms/{room}")
def remove(room: str, user=None):
    if room not in user.rooms:
        raise HTTPException(403)
    return {}
