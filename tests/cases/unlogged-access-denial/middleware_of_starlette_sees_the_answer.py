import logging

from fastapi import FastAPI, HTTPException, Request

log = logging.getLogger(__name__)
app = FastAPI()


@app.middleware("http")
async def guard(request: Request, call_next):
    try:
        return await call_next(request)
    except Exception as error:
        log.warning("refused: %s", type(error).__name__)
        raise


@app.delete("/rooms/{room}")
async def remove(room: str, user=None):
    if room not in user.rooms:
        raise HTTPException(403)  # expect: denied access
    return {}
