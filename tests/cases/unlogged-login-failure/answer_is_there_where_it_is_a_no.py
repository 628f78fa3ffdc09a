from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from shop.keys import verify_api_key

app = FastAPI()


async def checked(request: Request):
    if not verify_api_key(request.headers["x-api-key"]):
        return JSONResponse({"error": "bad key"}, status_code=401)  # expect: a failed login leaves no security record
    return None


@app.post("/orders")
async def order(request: Request):
    refusal = await checked(request)
    if refusal:
        return refusal
    return {"id": 3}
