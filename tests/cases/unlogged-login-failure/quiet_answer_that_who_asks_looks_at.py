import logging
from collections.abc import Mapping

from fastapi import APIRouter, Depends, Request, Response

from arena.players import LoginService

logger = logging.getLogger(__name__)
router = APIRouter()


@router.post("/")
async def enter(request: Request, service: LoginService = Depends(LoginService)) -> Response:
    answer = await answer_for(request.headers, await request.body(), service)
    if answer["token"] == "wrong":
        logger.warning("login from %s failed", request.client.host)
    return Response(content=answer["body"], headers={"player-token": answer["token"]})


async def answer_for(headers: Mapping[str, str], body: bytes, service: LoginService) -> dict:
    name, password = body.decode().split("\n", 1)
    player = await service.authenticate(name, password)
    if player is None:
        return {"token": "wrong", "body": b"wrong name or password"}
    return {"token": service.token_of(player), "body": b"welcome"}
