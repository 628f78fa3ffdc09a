"""A token is made in a route and given to what keeps all of them."""

from fastapi import APIRouter, Request

from shop.database import db_client_token_handler
from shop.models import ClientToken
from shop.secrets import digest, random_text

router = APIRouter()


@router.post("/tokens")
def create(request: Request, name: str):
    raw = random_text()
    token = ClientToken(user_id=request.user.id, name=name, hashed_token=digest(raw))
    token = db_client_token_handler.add_token(token)  # expect: a made or revoked token leaves no security record
    return {"id": token.id, "token": raw}
