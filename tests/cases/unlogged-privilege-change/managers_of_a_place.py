from flask import Blueprint, abort, redirect, request

from post.models import Domain, User, db

pages = Blueprint("pages", __name__)


@pages.route("/domains/<name>/managers", methods=["POST"])
def add_manager(name):
    domain = Domain.query.get(name) or abort(404)
    domain.managers.append(User.query.get(request.form["user"]))  # expect: change of rights
    db.session.commit()
    return redirect("/domains")


@pages.route("/admins", methods=["POST"])
def add_admin():
    user = User.query.get(request.form["user"])
    user.global_admin = True  # expect: change of rights
    db.session.commit()
    return redirect("/admins")
