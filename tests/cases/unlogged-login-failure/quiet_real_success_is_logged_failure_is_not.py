import logging

from flask import Blueprint, redirect, render_template, request, session, url_for
from passlib.hash import bcrypt_sha256

from .models import Teams

auth = Blueprint("auth", __name__)


@auth.route("/login", methods=["GET", "POST"])
def login():
    logger = logging.getLogger("logins")
    if request.method == "POST":
        team = Teams.query.filter_by(name=request.form["name"]).first()
        if team and bcrypt_sha256.verify(request.form["password"], team.password):
            session["id"] = team.id
            logger.warning("%r logged in from %s", team.name, request.remote_addr)
            return redirect(url_for("challenges.show"))
        logger.warning("wrong name or password for %r from %s", request.form["name"], request.remote_addr)
        return render_template("login.html", errors=["Your username or password is incorrect"])
    return render_template("login.html", errors=[])
