from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/rates")
async def rates():
    try:
        return load()
    except LookupError as error:
        raise HTTPException(status_code=404, detail=f"no rates: {type(error).__name__}") from error


def load():
    return {}
