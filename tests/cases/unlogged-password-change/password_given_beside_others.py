from flask import Blueprint, request
from flask_login import login_required

from shop.directory import directory

bp = Blueprint("staff", __name__)


@bp.post("/staff/<name>/domains")
@login_required
def move(name):
    new = request.form["password"]
    directory.acl_users.userFolderEditUser(principal_id=name, password=new, domains=[])  # expect: a changed password
    return "", 204
