import logging

from flask import Flask, redirect, request, session
from shop.storage import db
from werkzeug.security import check_password_hash, generate_password_hash

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/user/edit", methods=["POST"])
def edit_user():
    new = generate_password_hash(request.form["password"])
    db.update({"login": request.form["login"], "hashed_password": new}, doc_ids=[session["id"]])
    logger.info("password changed", extra={"user": session["id"]})
    return redirect("/")


@app.route("/user/hint", methods=["POST"])
def hint():
    salted = generate_password_hash(request.form["hint"])
    db.update({"hint": salted, "password": None}, doc_ids=[session["id"]])
    return redirect("/")


@app.route("/shown")
def shown():
    return with_rights({"login": "me"}, "x")


@app.route("/check")
def check():
    context = {"title": "password"}
    context.update({"password": check_password_hash(session["hash"], request.args["password"])})
    return context


def with_rights(user, password):
    set_password(user, password)
    return user


def set_password(user, password):
    user["hash"] = generate_password_hash(password)
