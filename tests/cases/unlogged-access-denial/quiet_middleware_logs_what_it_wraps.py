import logging

from fastapi import FastAPI, Request

log = logging.getLogger(__name__)
app = FastAPI()


class Forbidden(Exception):
    status_code = 403


@app.middleware("http")
async def guard(request: Request, call_next):
    try:
        return await call_next(request)
    except Forbidden as error:
        log.warning("refused: %s", type(error).__name__)
        raise


@app.delete("/rooms/{room}")
async def remove(room: str, user=None):
    if room not in user.rooms:
        raise Forbidden
    return {}
