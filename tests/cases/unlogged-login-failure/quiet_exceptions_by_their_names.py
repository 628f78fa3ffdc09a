"""The handler records it; a mailbox that does not take a password is no login of ours."""

import logging

from flask import Flask, flash, jsonify, redirect, render_template, request, session, url_for

from shop.db import Clerk, InvalidCredentials, NoResultFound, WrongPassword
from shop.mail import Box

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/login", methods=("GET", "POST"))
def login():
    if request.method == "POST":
        try:
            user = Clerk.enter(request.form["username"], request.form["password"])
        except (NoResultFound, WrongPassword):
            log.warning("login of %d failed", len(request.form["username"]))
            flash("Login failed", "error")
        else:
            session["uid"] = user.id
            return redirect(url_for("index"))
    return render_template("login.html")


@app.route("/mailbox", methods=["POST"])
def mailbox():
    try:
        Box(request.form["host"]).open(request.form["password"])
    except InvalidCredentials:
        return jsonify({"ok": False})
    return jsonify({"ok": True})
