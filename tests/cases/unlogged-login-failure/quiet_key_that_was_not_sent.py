from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from quarry import state

router = APIRouter()
bearer = HTTPBearer(auto_error=False)


@router.get("/stones")
async def stones(token: HTTPAuthorizationCredentials = Depends(bearer)) -> Response:
    if token is None or not token.credentials:
        return JSONResponse({"error": "log in first"}, status_code=401)
    return JSONResponse(state.stones)


@router.get("/colours")
async def colours(token: HTTPAuthorizationCredentials = Depends(bearer)) -> Response:
    if token is None or token.extras.get(token.credentials) is None:
        return JSONResponse({"error": "log in first"}, status_code=401)
    return JSONResponse(state.colours)
