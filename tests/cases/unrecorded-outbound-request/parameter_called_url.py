import httpx
from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/preview")
async def preview(url: str):
    async with httpx.AsyncClient() as client:
        answer = await client.get(url)  # expect: asks an address that a client controls (url)
    return answer.text[:200]
