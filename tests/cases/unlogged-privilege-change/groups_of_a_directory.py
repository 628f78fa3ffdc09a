"""Groups of users are made and taken away where users are kept."""

from flask import Blueprint, request

from portal.directory import user_directory

bp = Blueprint("groups", __name__)


@bp.post("/groups")
def new_group():
    user_directory.create_group(request.form["name"])  # expect: create_group()
    return {}


@bp.delete("/groups/<name>")
def remove_group(name):
    user_directory.delete_group(name)  # expect: delete_group()
    return {}
