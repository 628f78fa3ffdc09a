from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse


class OnlyAdmins(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.url.path.startswith("/admin") and "admin" not in request.user.roles:
            return JSONResponse({"error": "no"}, status_code=403)  # expect: denied access
        return await call_next(request)
