import logging

import jwt
from flask import Flask, request

from shop.keys import issue, keys
from shop.settings import settings

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/session")
def session():
    """Nobody shows a token here: one is made, or the keys for it cannot be had."""
    try:
        token = jwt.encode({"sub": request.json["name"]}, settings.key)
    except jwt.PyJWTError:
        return {"error": "no token today"}, 500
    try:
        keys.renew()
    except jwt.PyJWKClientError:
        return {"error": "no keys"}, 500
    return {"token": token}


@app.get("/orders")
def orders():
    try:
        claims = settings.read_token(request.headers["X-Token"])
    except jwt.InvalidTokenError as error:
        logger.warning("token refused from %s: %s", request.remote_addr, error)
        return {"error": "not valid"}, 400
    return {"customer": claims["sub"]}
