# file: api/app.py
import logging

from fastapi import FastAPI, HTTPException, Request

from api import telemetry

log = logging.getLogger(__name__)
app = FastAPI()


@app.middleware("http")
async def track(request: Request, call_next):
    response = await call_next(request)
    try:
        await telemetry.count(request, response)
    except Exception:
        log.warning("telemetry is not reachable")
    return response


@app.delete("/rooms/{room}")
async def remove(room: str, user=None):
    if room not in user.rooms:
        raise HTTPException(403)  # expect: denied access
    return {}
# file: api/telemetry.py
async def count(request, response):
    return None
