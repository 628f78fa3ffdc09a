from flask import Blueprint, request

from music.db import User

api = Blueprint("api", __name__)


@api.route("/updateUser")
def edit_user():
    user = User.get(name=request.values["name"])
    user.admin = request.values["admin"] == "true"  # expect: change of rights
    user.save()
    return {}
