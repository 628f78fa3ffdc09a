import keyring
from flask import Blueprint, request

views = Blueprint("master", __name__)


@views.route("/master", methods=["POST"])
def set_master_key():
    keyring.set_password("shop", "master", request.form["key"])
    return "kept"
