import logging

import jwt
from fastapi import APIRouter, HTTPException

log = logging.getLogger(__name__)
router = APIRouter()
READ_ONLY = {"verify_signature": False, "verify_aud": False}


@router.post("/exchange")
async def exchange(form, users, provider):
    claims = {}
    try:
        claims = jwt.decode(form.token, options={"verify_signature": False})
    except jwt.PyJWTError as error:
        log.debug("No claims: %s", error)
    return await users.update(await provider.userinfo(form.token), claims)


@router.post("/shops")
async def shops(form, users):
    try:
        claims = jwt.decode(form.token, options=READ_ONLY)
    except jwt.PyJWTError:
        claims = None
    return await users.shops(claims)


@router.post("/older")
async def older(form, users):
    try:
        claims = jwt.decode(form.token, None, ["HS256"], READ_ONLY)
    except jwt.PyJWTError:
        claims = None
    return await users.shops(claims)


@router.post("/refused")
async def refused(form, users):
    try:
        claims = jwt.decode(form.token, options=READ_ONLY)
    except jwt.PyJWTError as error:
        raise HTTPException(401) from error  # expect: a token or signature that does not verify leaves no security record
    return await users.shops(claims)


@router.post("/verified")
async def verified(form, users):
    try:
        claims = jwt.decode(form.token, "k", algorithms=["HS256"], options={"verify_signature": True})
    except jwt.PyJWTError as error:
        raise HTTPException(401) from error  # expect: a token or signature that does not verify leaves no security record
    return await users.shops(claims)


@router.get("/mine")
async def mine(token, users):
    try:
        claims = jwt.decode(token, "k", algorithms=["HS256"])
    except jwt.PyJWTError:
        return None  # expect: a token or signature that does not verify leaves no security record
    return await users.of(claims)
