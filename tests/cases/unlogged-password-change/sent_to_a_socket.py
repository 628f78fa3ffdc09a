from flask import Blueprint, request

from accounts.model import find, socket

bp = Blueprint("accounts", __name__)


@bp.post("/password")
def change():
    user = find(request.form["name"])
    user.set_password(request.form["password"])  # expect: password
    user.save()
    socket.send(b"reload")
    return "changed"
