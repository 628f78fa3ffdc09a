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
    return answer  # expect: denied access


@router.post("/locks/{number}")
def turn(number: int, user=None):
    if not user.may_turn(number):
        raise ServiceError(403, "not yours")  # expect: denied access
    log.info("lock %d turned by %d", number, user.number)
    return {}
