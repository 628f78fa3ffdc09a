import traceback

from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/rates")
async def rates():
    try:
        return load()
    except Exception as error:
        raise HTTPException(status_code=500, detail=traceback.format_exc()) from error  # expect: traceback


def load():
    return {}
