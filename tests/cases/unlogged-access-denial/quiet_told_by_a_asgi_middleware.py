import logging

from fastapi import FastAPI, HTTPException, Depends

logger = logging.getLogger(__name__)


class LogRefusals:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def sent(message):
            if message["type"] == "http.response.start" and message["status"] in (401, 403):
                logger.warning("refused %s for %s", scope["path"], scope["client"])
            await send(message)
        await self.app(scope, receive, sent)


app = FastAPI()
app.add_middleware(LogRefusals)


@app.delete("/order/{pk}")
def order(pk: int, user=Depends(get_user)):
    if not user.can("delete", pk):
        raise HTTPException(status_code=403)
    return {}
