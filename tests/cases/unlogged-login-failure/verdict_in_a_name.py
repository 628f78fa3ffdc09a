import logging

from flask import Flask, flash, redirect, render_template, request, session
from werkzeug.security import check_password_hash

from shop.users import users

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/login", methods=["POST"])
def login():
    error = None
    user = users.get(request.form["name"])
    if user is None:
        error = "Incorrect username."
    elif not check_password_hash(user["password"], request.form["password"]):
        error = "Incorrect password."
    if error is None:
        session["user"] = user.id
        return redirect("/")
    flash(error)
    return render_template("login.html")  # expect: failed login


@app.route("/enter", methods=["POST"])
def enter():
    right = False
    user = users.get(request.form["name"])
    if user is not None:
        if check_password_hash(user.hash, request.form["password"]):
            right = True
    if right:
        session["user"] = user.id
        return redirect("/")
    return render_template("login.html", error="no")  # expect: failed login
