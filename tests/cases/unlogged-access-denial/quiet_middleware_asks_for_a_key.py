"""A client that has sent no key, or none of the form, is only asked for one."""

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse


class KeyMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.url.path.startswith("/public"):
            return await call_next(request)
        if not request.headers.get("Authorization", "").startswith("Bearer "):
            return JSONResponse({"detail": "send a key"}, status_code=401)
        return await call_next(request)
