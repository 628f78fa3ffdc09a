import flask
import flask_login
from flask import Blueprint, request

from web.login import GENERIC_USER, register_attempt
from web.server import instance

pages = Blueprint("pages", __name__)


@pages.route("/login", methods=["GET", "POST"])
def login():
    form = LoginForm(request.form)
    if form.validate_on_submit():
        if instance.login_manager.is_valid_password(request.remote_addr, form.password.data):
            flask_login.login_user(GENERIC_USER)
            return flask.redirect("/")
        if register_attempt(request.remote_addr):
            form.password.errors.append("Invalid password")
    return flask.render_template("login.html", form=form)  # expect: failed login


class LoginForm: ...
