import logging

from fastapi import APIRouter, HTTPException, Request

from shop.policies import BadBlob, Conflict, policy

router = APIRouter()
log = logging.getLogger(__name__)


def as_answer(error):
    if isinstance(error, Conflict):
        return HTTPException(422, str(error))
    return HTTPException(403, str(error))


@router.post("/blobs")
async def blobs(request: Request):
    try:
        return policy.take(await request.json())
    except BadBlob as error:
        log.warning("blob of %s refused: %s", request.user.name, error)
        raise as_answer(error) from error
