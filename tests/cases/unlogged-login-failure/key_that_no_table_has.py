from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from quarry import state

router = APIRouter()
bearer = HTTPBearer(auto_error=False)


@router.get("/stones")
async def stones(token: HTTPAuthorizationCredentials = Depends(bearer)) -> Response:
    if token is None or state.sessions.api_keys.get(token.credentials) is None:
        return JSONResponse({"error": "no such key"}, status_code=401)  # expect: failed login
    return JSONResponse(state.stones)
