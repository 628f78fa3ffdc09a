import logging

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from shop.users import current_user

log = logging.getLogger(__name__)
router = APIRouter()


def create_app():
    app = FastAPI()

    @app.exception_handler(Exception)
    async def anything(request: Request, exc: Exception):
        if isinstance(exc, HTTPException):
            log.error("refused: %s", exc.detail)
            return JSONResponse({"detail": exc.detail}, status_code=exc.status_code)
        log.error("broken", exc_info=exc)
        return JSONResponse({"detail": "broken"}, status_code=500)

    app.include_router(router)
    return app


@router.get("/reports")
def reports(user=Depends(current_user)):
    if not user.is_auditor:
        raise HTTPException(status_code=403)  # expect: denied access
    return []
