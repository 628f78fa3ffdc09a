"""A token of a text is none of a login, and a cache keeps no row."""

from fastapi import APIRouter, Request

from shop.caches import token_cache
from shop.models import AccessToken
from shop.texts import Token, tokenizer

router = APIRouter()


@router.post("/words")
def words(request: Request, text: str):
    for part in text.split():
        tokenizer.add_word(part)
    return {"size": len(tokenizer)}


@router.get("/remote")
def remote(request: Request):
    token = AccessToken(value=request.headers["X-Remote"])
    token_cache.put_token(token)
    return {"done": True}
