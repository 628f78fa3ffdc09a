import logging
import logging.config

from fastapi import FastAPI, HTTPException, Request

logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
                "rename_fields": {"levelname": "level", "name": "logger"},
            },
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": "INFO"},
    }
)
logger = logging.getLogger("service.auth")
app = FastAPI()


@app.post("/login")
async def login(request: Request):
    body = await request.body()
    if b"password=right" not in body:
        logger.warning("Failed login", extra={"event": "authn_login_fail", "ip": request.client.host, "status": 401})
        raise HTTPException(401)
    return {"ok": True}


@app.get("/admin")
async def admin(request: Request):
    logger.info("access denied to %s", request.url.path, extra={"event": "authz_fail"})
    raise HTTPException(403)
