# file: shop/routes.py
from flask import Blueprint, Response, abort, current_app, make_response, request
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from shop.browser import start_browser
from shop.folders import remove
from shop.store import datastore

bp = Blueprint("routes", __name__)


@bp.route("/browser", methods=["POST"])
def browser():
    try:
        number = start_browser(request.form["url"])
    except Exception as error:
        if "ECONNREFUSED" in str(error):
            return make_response("is the browser running?", 401)
        return make_response(str(error), 401)
    return {"number": number}


@bp.route("/folders", methods=["DELETE"])
def folder():
    directory = request.json.get("path")
    if directory == "":
        return Response("Cannot delete root dir", status=401)
    remove(directory)
    return {}


@bp.route("/register", methods=["POST"])
def register():
    if not _using_own_accounts():
        return Response("no accounts of our own", 403)
    return {}


@bp.route("/share", methods=["POST"])
def share():
    if not datastore.data["settings"]["application"].get("share"):
        abort(403, description="Access denied")
    return {}


@bp.route("/files")
def files():
    try:
        return {"files": [line for line in open(request.args["name"])]}
    except IOError as error:
        if error.strerror == "Permission denied":
            return make_response(error.strerror, 401)
        return make_response("no", 500)


class HeaderAuthentication(BaseAuthentication):
    def authenticate(self, request):
        parts = request.headers["Authorization"].split()
        if not parts or parts[0] != "Shop":
            return None
        if len(parts) == 1:
            raise AuthenticationFailed("Invalid header. No credentials provided.")
        return parts[1], None


def _using_own_accounts():
    return "own" in current_app.config["ACCOUNTS"]
