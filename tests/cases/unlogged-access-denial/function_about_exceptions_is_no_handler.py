import logging

from fastapi import Depends, FastAPI, HTTPException

from shop.users import current_user

log = logging.getLogger(__name__)
app = FastAPI()


async def send_to_telemetry(exc: Exception, context: str) -> None:
    try:
        await app.state.telemetry.send(exc, context)
    except OSError:
        log.warning("no telemetry of %s", context)


@app.get("/reports")
def reports(user=Depends(current_user)):
    if not user.is_auditor:
        raise HTTPException(status_code=403)  # expect: denied access
    return []
