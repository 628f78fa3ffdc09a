import logging

from flask import Blueprint, redirect, render_template, request, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer
from passlib.hash import bcrypt_sha256

from . import db, settings
from .models import Teams

auth = Blueprint("auth", __name__)
logger = logging.getLogger("logins")


@auth.route("/reset_password/<data>", methods=["GET", "POST"])
def reset_password(data):
    try:
        name = URLSafeTimedSerializer(settings.SECRET_KEY).loads(data, max_age=1800)
    except BadSignature:
        logger.warning("a broken reset link from %s", request.remote_addr)
        return render_template("reset.html", errors=["Your link is broken"])
    if request.method == "GET":
        return render_template("reset.html", mode="set")
    team = Teams.query.filter_by(name=name).first_or_404()
    team.password = bcrypt_sha256.hash(request.form["password"].strip())
    db.session.commit()
    logger.warning("password of %s reset from %s", team.name, request.remote_addr)
    return redirect(url_for("auth.login"))
