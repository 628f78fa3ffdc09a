import logging

from fastapi import APIRouter, FastAPI, HTTPException, Request, Depends
from fastapi.routing import APIRoute

logger = logging.getLogger(__name__)


class LoggedRoute(APIRoute):
    def get_route_handler(self):
        original = super().get_route_handler()

        async def handler(request: Request):
            try:
                return await original(request)
            except HTTPException as exc:
                logger.warning("refused %s for %s: %s", request.url.path, request.client.host, exc.detail)
                raise
        return handler


router = APIRouter(route_class=LoggedRoute)


@router.delete("/order/{pk}")
def order(pk: int, user=Depends(get_user)):
    if not user.can("delete", pk):
        raise HTTPException(status_code=403)
    return {}
