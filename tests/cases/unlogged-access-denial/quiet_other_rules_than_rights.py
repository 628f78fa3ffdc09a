# file: shop/members.py
import logging

import requests
from flask import Blueprint, current_app, g, request
from werkzeug.exceptions import Forbidden

logger = logging.getLogger(__name__)
bp = Blueprint("members", __name__)


def check_captcha(answer):
    found = requests.post("https://captcha.example/verify", data={"secret": current_app.config["CAPTCHA"], "response": answer}, timeout=3)
    if not found.json().get("captcha_success"):
        raise Forbidden("wrong captcha")


@bp.route("/stock/<item>")
def stock(item):
    response = requests.get(f"https://stock.example/{int(item)}", timeout=3)
    if response.status_code == 403:
        raise Forbidden("the warehouse refuses")
    return response.json()


@bp.route("/members/<login>", methods=["DELETE"])
def remove(login):
    if g.auth_user.login == login:
        raise Forbidden("nobody removes themselves")
    logger.info("member removed", extra={"login": login})
    return {}


@bp.route("/groups/<name>/members", methods=["POST"])
def join(name):
    member = g.members.find(request.form["login"])
    if member.pending:
        raise Forbidden("accept them first")
    logger.info("member added", extra={"group": name})
    return {}
