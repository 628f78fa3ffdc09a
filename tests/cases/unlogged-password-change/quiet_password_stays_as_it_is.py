from flask import Blueprint, request
from flask_login import login_required

from shop.directory import directory

bp = Blueprint("staff", __name__)


@bp.post("/staff/<name>/domains")
@login_required
def move(name):
    directory.acl_users.userFolderEditUser(principal_id=name, password=None, domains=request.form["domains"])
    return "", 204


def basic(auth, store):
    account = store.by_name(auth.username)
    if account and account.verify_and_update_password(auth.password):
        store.commit()
        return account
    return None
