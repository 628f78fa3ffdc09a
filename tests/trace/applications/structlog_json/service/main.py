import structlog
from fastapi import FastAPI, HTTPException, Request

structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.JSONRenderer(),
    ]
)
log = structlog.get_logger()
app = FastAPI()


@app.post("/login")
async def login(request: Request):
    body = await request.body()
    if b"password=right" not in body:
        log.warning("authn_login_fail", ip=request.client.host, reason="password")
        raise HTTPException(401)
    return {"ok": True}


@app.get("/admin")
async def admin(request: Request):
    log.warning("authz_fail", path=request.url.path)
    raise HTTPException(403)
