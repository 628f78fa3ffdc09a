import httpx
from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/health")
async def health(request: Request):
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{request.base_url}ready")
        other = await client.get(str(request.url))
    return {"ok": answer.is_success and other.is_success}
