import logging

import bcrypt
import jwt
from sanic import Blueprint, json
from sanic.exceptions import Unauthorized

from desk.models import Users

logger = logging.getLogger(__name__)
login = Blueprint("login", url_prefix="/login")
pages = Blueprint("pages")


@login.post("/")
async def do_login(request):
    user = await Users.get(login=request.json["login"])
    if not bcrypt.checkpw(request.json["password"].encode(), user.hashed):
        logger.warning("wrong password for %r", request.json["login"])
        raise Unauthorized("wrong password")
    token = jwt.encode({"id": user.id}, request.app.config.SECRET)  # expect: do_login() calls encode()
    return json({"access": token})


@pages.post("/signin")
async def signin(request):
    user = await Users.get(login=request.json["login"])
    if not bcrypt.checkpw(request.json["password"].encode(), user.hashed):
        logger.warning("wrong password for %r", request.json["login"])
        raise Unauthorized("wrong password")
    answer = json({"ok": True})
    answer.cookies.add_cookie("IdentityToken", await user.fresh(), httponly=True)  # expect: signin() calls add_cookie()
    return answer
