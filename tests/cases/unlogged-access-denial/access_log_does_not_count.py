# file: api/middleware.py
import logging

from starlette.middleware.base import BaseHTTPMiddleware

log = logging.getLogger(__name__)


class Requests(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        log.info("%s %r", request.method, request.url.path)
        return response
# file: api/rooms.py
from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.delete("/rooms/{room}")
def remove(room: str, user=None):
    if room not in user.rooms:
        raise HTTPException(403)  # expect: denied access
    return {}
