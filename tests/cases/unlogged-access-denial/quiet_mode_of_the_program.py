from fastapi import FastAPI, HTTPException

from shop.editor import blocks, read_code

app = FastAPI()


@app.get("/vibe-code")
def vibe_code():
    if not blocks.vibe_mode:
        raise HTTPException(status_code=403, detail="The editor is not switched on.")
    return {"code": read_code()}
