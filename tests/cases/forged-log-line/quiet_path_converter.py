import logging

from fastapi import FastAPI
from fastapi.responses import FileResponse

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/symbols/{symbol:path}/raw")
async def symbol_file(symbol: str) -> FileResponse:
    # the converter's pattern is ".*", which matches no line break
    logger.warning("no symbol %s", symbol)
    return FileResponse("computer.svg")
