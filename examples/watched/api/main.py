import logging
import time
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, Request
from prometheus_client import make_asgi_app
from pydantic import BaseModel

from api import logs
from api.metrics import SECONDS
from api.security import staff

logs.configure()
logger = logging.getLogger("api.accounts")
app = FastAPI()
app.mount("/metrics", make_asgi_app())


class Role(BaseModel):
    role: Literal["customer", "staff", "admin"]


@app.middleware("http")
async def timed(request: Request, call_next):
    began = time.perf_counter()
    try:
        return await call_next(request)
    finally:
        SECONDS.labels(path=request.scope.get("route").path if request.scope.get("route") else "none").observe(time.perf_counter() - began)


@app.put("/accounts/{number}/role")
def change_role(number: int, wanted: Role, request: Request, by: Annotated[str, Depends(staff)]) -> dict[str, str]:
    logger.warning(
        "role changed",
        extra={"event": "privilege_permissions_changed", "account": number, "role": wanted.role, "by": by, "client": request.client.host},
    )
    return {"role": wanted.role}
