"""A request of another kind, a page that a variable of the environment closes, and no choice made: none is a denial. A right that lacks is."""

import os
from functools import wraps

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from .parts import app

router = APIRouter()


def api_view(allowed_methods, permission):
    def decorator(view):
        @wraps(view)
        async def wrapper(request: Request, *args, **kwargs):
            if request.method.upper() not in allowed_methods:
                raise HTTPException(405, f"Method {request.method} not allowed.")
            user = getattr(request.state, "user", None)
            if not permission.allows(user):
                if not user:
                    raise HTTPException(401, "Authentication credentials were not provided.")
                raise HTTPException(403, "no right to this")  # expect: a denied access leaves no security record
            return await view(request, *args, **kwargs)

        return wrapper

    return decorator


@app.middleware("http")
async def close_docs(request: Request, call_next):
    shown = os.getenv("SHOW_DOCS", "")
    if request.url.path == "/docs":
        if shown != "true":
            return JSONResponse({"detail": "closed"}, status_code=403)
    return await call_next(request)


@router.get("/practice")
def require_practice(request: Request):
    tenant = getattr(request, "tenant", None)
    if tenant is None:
        raise HTTPException(403, "No practice is selected.")
    return tenant
