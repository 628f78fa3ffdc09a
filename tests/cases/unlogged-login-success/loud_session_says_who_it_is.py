import logging

from flask import Flask, redirect, render_template, request, session
from werkzeug.security import check_password_hash

from shop.models import User

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = User.query.filter_by(name=request.form["name"]).first()
    if user and check_password_hash(user.password_hash, request.form["password"]):
        session["user_id"] = user.id  # expect: login() sets session["user_id"]
        return redirect("/")
    logger.warning("failed login for %r", request.form["name"])
    return render_template("login.html"), 401
