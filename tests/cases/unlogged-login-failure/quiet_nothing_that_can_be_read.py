import re

from fastapi import APIRouter, Header, HTTPException, Request

from shop.keys import header_of, user_of

router = APIRouter()


class MissingToken(HTTPException):
    status_code = 401


def token_of(header: str):
    if not bool(re.match(r"(?i)Bearer .+", header)):
        raise HTTPException(401, "Expected a bearer token")
    return header.split()[1]


def authorization_of(headers):
    header = headers["authorization"]
    if not isinstance(header, list):
        raise HTTPException(401, "The header must be a list")
    return header[0]


@router.get("/orders")
def orders(request: Request, authorization: str = Header("")):
    for place in ("cookie", "header"):
        if token := header_of(request, place):
            return user_of(token).orders
    if authorization:
        return user_of(token_of(authorization)).orders
    raise MissingToken
