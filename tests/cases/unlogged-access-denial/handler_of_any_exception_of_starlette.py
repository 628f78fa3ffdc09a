import logging

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from shop.users import current_user

log = logging.getLogger(__name__)
app = FastAPI()


@app.exception_handler(Exception)
async def unexpected(request: Request, exc: Exception):
    log.error("unexpected: %s", exc)
    return JSONResponse({"detail": "broken"}, status_code=500)


@app.get("/reports")
def reports(user=Depends(current_user)):
    if not user.is_auditor:
        raise HTTPException(status_code=403)  # expect: denied access
    return []
