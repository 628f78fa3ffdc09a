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
        session["user_id"] = user.id
        logger.info("%s logged in", user.name)
        return redirect("/")
    logger.warning("failed login for %r", request.form["name"])
    session["user_id"] = None
    return render_template("login.html"), 401


@app.route("/login/first", methods=["POST"])
def login_with_a_second_step():
    user = User.query.filter_by(name=request.form["name"]).first()
    if user and check_password_hash(user.password_hash, request.form["password"]):
        session["user_id"] = user.id
        return redirect("/otp")
    logger.warning("failed login for %r", request.form["name"])
    return render_template("login.html"), 401


@app.route("/basket", methods=["POST"])
def basket():
    session["user"] = request.form["user"]
    return redirect("/")
