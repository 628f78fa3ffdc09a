from collections.abc import Mapping

from fastapi import APIRouter, Depends, Request, Response

from arena.players import LoginService

router = APIRouter()


@router.post("/")
async def enter(request: Request, service: LoginService = Depends(LoginService)) -> Response:
    answer = await answer_for(request.headers, await request.body(), service)
    return Response(content=answer["body"], headers={"player-token": answer["token"]})


async def answer_for(headers: Mapping[str, str], body: bytes, service: LoginService) -> dict:
    name, password = body.decode().split("\n", 1)
    player = await service.authenticate(name, password)
    if player is None:
        return {"token": "wrong", "body": b"wrong name or password"}  # expect: failed login
    return {"token": service.token_of(player), "body": b"welcome"}
