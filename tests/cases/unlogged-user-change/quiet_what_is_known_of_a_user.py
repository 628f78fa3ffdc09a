import flask
from flask import Blueprint, current_app

from gate.models import UserGoogleAccount

bp = Blueprint("register", __name__)


def add_user_registration_info(user, first_name, last_name):
    user.additional_info = {"first_name": first_name, "last_name": last_name}
    current_app.scoped_session().add(user)
    current_app.scoped_session().commit()


def add_new_user_google_account(user_id, google_email, session):
    account = UserGoogleAccount(email=google_email, user_id=user_id)
    session.add(account)
    session.commit()


@bp.route("/register", methods=["POST"])
def register_info():
    add_user_registration_info(flask.g.user, flask.request.form["first"], flask.request.form["last"])
    return "", 204


@bp.route("/link", methods=["POST"])
def link():
    add_new_user_google_account(flask.g.user.id, flask.request.form["email"], current_app.scoped_session())
    return "", 204
