import logging

from fastapi import Depends, FastAPI, HTTPException, Request

logger = logging.getLogger(__name__)
app = FastAPI()


@app.middleware("http")
async def tell(request: Request, call_next):
    response = await call_next(request)
    if response.status_code not in (200, 401, 403):
        logger.warning("%r ended with %s", request.url.path, response.status_code)
    return response


@app.delete("/order/{pk}")
def order(pk: int, user=Depends(who)):
    if not user.can("delete", pk):
        raise HTTPException(status_code=403)  # expect: a denied access leaves no security record
    return {}
