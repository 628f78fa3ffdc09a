import structlog
from fastapi import FastAPI

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()])
log = structlog.get_logger()
app = FastAPI()


@app.get("/search")
async def search(q: str):
    log.info("search", words=q)
    return []
