import logging

import bcrypt
import jwt
from sanic import Blueprint, json, redirect
from sanic.exceptions import Unauthorized

from desk.models import Users
from desk.providers import address

logger = logging.getLogger(__name__)
login = Blueprint("login", url_prefix="/login")


@login.post("/")
async def do_login(request):
    user = await Users.get(login=request.json["login"])
    if not bcrypt.checkpw(request.json["password"].encode(), user.hashed):
        logger.warning("wrong password for %r", request.json["login"])
        raise Unauthorized("wrong password")
    token = jwt.encode({"id": user.id}, request.app.config.SECRET)
    logger.info("login of %s", user.id)
    answer = json({"access": token})
    answer.cookies.add_cookie("session", token, httponly=True)
    return answer


@login.get("/provider")
async def login_at_provider(request):
    state = jwt.encode({"next": request.args.get("next")}, request.app.config.SECRET)
    answer = redirect(address(state))
    answer.cookies.add_cookie("auth_state", state)
    return answer


@login.get("/preview")
async def preview(request):
    return json({"link": jwt.encode({"page": request.args.get("page")}, request.app.config.SECRET)})
