"""Before the key is looked up, pages that anybody may see are let through by their path."""

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse


class KeyMiddleware(BaseHTTPMiddleware):
    def __init__(self, app, keys):
        super().__init__(app)
        self.keys = keys

    async def dispatch(self, request, call_next):
        if request.url.path.startswith("/public"):
            return await call_next(request)
        owner = self.keys.owner_of(request.headers.get("x-api-key"))
        if owner is None:
            return JSONResponse({"detail": "invalid api key"}, status_code=401)  # expect: dispatch() returns JSONResponse(401)
        request.state.owner = owner
        return await call_next(request)
