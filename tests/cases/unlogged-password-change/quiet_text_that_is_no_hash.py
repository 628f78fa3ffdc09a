"""What is kept is recorded, or is no hash."""

import logging

from bcrypt import gensalt, hashpw
from flask import Flask, redirect, request
from flask_login import current_user, login_required

from .models import db

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/account", methods=["POST"])
@login_required
def update_account():
    current_user.password = hashpw(request.form["password"].encode(), gensalt()).decode()
    db.session.commit()
    logger.info("member %s has a new password", current_user.id)
    return redirect("/account")


@app.route("/picture", methods=["POST"])
@login_required
def picture():
    current_user.picture = request.files["picture"].read().hex()
    current_user.nickname = request.form["nickname"].encode().decode()
    db.session.commit()
    return redirect("/account")
