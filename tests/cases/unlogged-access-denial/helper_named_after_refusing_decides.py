from fastapi import APIRouter, HTTPException, Request

from shop.permits import NotYours, check_writable

router = APIRouter()


def reject_writes_of_unauthorized(request: Request, room: str):
    try:
        check_writable(request.state.user, room)
    except NotYours as error:
        raise HTTPException(status_code=403, detail=str(error)) from error  # expect: denied access


@router.delete("/rooms/{room}")
def remove(request: Request, room: str):
    reject_writes_of_unauthorized(request, room)
    return {}
