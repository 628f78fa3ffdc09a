import logging

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from canals.errors import ServiceError

log = logging.getLogger(__name__)
router = APIRouter()


@router.get("/locks/{number}")
def lock(number: int, user=None):
    answer = JSONResponse({"open": True})
    if not user.runs(number):
        answer = JSONResponse({"open": False}, status_code=403)
        log.warning("lock %d refused to %d", number, user.number)
    return answer


@router.get("/locks/{number}/level")
def level(number: int, user=None):
    answer = JSONResponse({"level": 1})
    if not user.runs(number):
        answer = JSONResponse({}, status_code=403)
    log.info("level of %d asked by %d, answered %d", number, user.number, answer.status_code)
    return answer


@router.post("/locks/{number}")
def turn(number: int, user=None):
    if number > 40:
        raise ServiceError(404, "there are forty")
    return {}
