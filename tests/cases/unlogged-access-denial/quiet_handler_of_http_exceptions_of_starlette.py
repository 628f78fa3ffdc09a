import logging

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException

from shop.users import current_user

log = logging.getLogger(__name__)
app = FastAPI()


@app.exception_handler(StarletteHTTPException)
async def refused(request: Request, exc: StarletteHTTPException):
    log.warning("%s %s: %s", exc.status_code, request.url.path, exc.detail)
    return JSONResponse({"detail": exc.detail}, status_code=exc.status_code)


@app.get("/reports")
def reports(user=Depends(current_user)):
    if not user.is_auditor:
        raise HTTPException(status_code=403)
    return []
