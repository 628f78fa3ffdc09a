# file: api/errors.py
import logging

from fastapi.responses import JSONResponse

log = logging.getLogger(__name__)


class ServerError(Exception):
    HTTP_STATUS = 500


class NotAllowedHere(ServerError):
    HTTP_STATUS = 403


def known(error):
    if isinstance(error, ServerError):
        return error
    log.error("unexpected: %s", type(error).__name__)
    return ServerError()


async def answer(request, error):
    return JSONResponse({}, status_code=known(error).HTTP_STATUS)


def configure(app):
    for kind in (NotAllowedHere, Exception):
        app.add_exception_handler(kind, answer)
# file: api/rooms.py
from fastapi import APIRouter

from api.errors import NotAllowedHere

router = APIRouter()


@router.delete("/rooms/{room}")
async def remove(room: str, user=None):
    if not user.may("rooms:delete"):
        raise NotAllowedHere()  # expect: denied access
    return {}
