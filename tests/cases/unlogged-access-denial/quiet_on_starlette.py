import structlog
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse

log = structlog.get_logger()


class OnlyAdmins(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.url.path.startswith("/admin") and "admin" not in request.user.roles:
            log.warning("authz_fail", user=request.user.identity)
            return JSONResponse({"error": "no"}, status_code=403)
        return await call_next(request)
