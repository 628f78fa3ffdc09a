import logging

from fastapi import APIRouter, Request, Response

log = logging.getLogger(__name__)
router = APIRouter()


@router.post("/logout")
def logout(request: Request, response: Response):
    log.info("session_logout from %s", request.client.host)
    response.delete_cookie("session")
    return {}


class Backend:
    async def logout(self, request: Request):
        raise NotImplementedError
