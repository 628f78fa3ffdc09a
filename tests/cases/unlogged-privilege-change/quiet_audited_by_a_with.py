from flask import Flask, redirect, request
from flask_login import login_required

from shop.models import User, db
from shop.trail import audited_change

app = Flask(__name__)


@app.route("/promote", methods=["POST"])
@login_required
def promote():
    user = User.query.get(request.form["id"])
    with audited_change("promote", user):
        user.is_admin = True
        db.session.commit()
    return redirect("/")


@app.route("/demote", methods=["POST"])
@login_required
def demote():
    user = User.query.get(request.form["id"])
    with db.session.begin():
        user.is_admin = False  # expect: demote() sets user.is_admin
        db.session.commit()
    return redirect("/")
