import sys

from fastapi import FastAPI, HTTPException, Request
from loguru import logger

logger.remove()
logger.add(sys.stdout, serialize=True, diagnose=False)
app = FastAPI()


@app.post("/login")
async def login(request: Request):
    body = await request.body()
    if b"password=right" not in body:
        logger.bind(ip=request.client.host).warning("authn_login_fail")
        raise HTTPException(401)
    return {"ok": True}


@app.get("/admin")
async def admin(request: Request):
    logger.error("authz_fail: {}", request.url.path)
    raise HTTPException(403)
