import logging

from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

log = logging.getLogger(__name__)


def refusal(request):
    if request.headers.get("Accept") == "text/plain":
        return PlainTextResponse("no", status_code=403)
    return JSONResponse({}, status_code=403)


async def remove(request):
    if not request.user.is_admin:
        log.warning("authz_fail %s", request.user.name)
        return refusal(request)
    return JSONResponse({})


routes = [Route("/orders", remove, methods=["DELETE"])]
