import structlog
from fastapi import FastAPI, HTTPException, Request

log = structlog.get_logger()
app = FastAPI()


@app.post("/token")
def token(request: Request, username: str, password: str):
    if not verify(username, password):
        log.warning("login_failed", reason="wrong password")  # expect: lacks who and where from
        raise HTTPException(401)
    return {}


def verify(username, password): ...
