"""A hash that becomes text before it is kept, by whoever asks or of a row that was looked up."""

from bcrypt import gensalt, hashpw
from flask import Flask, redirect, request
from flask_login import current_user, login_required

from .forms import AccountForm
from .models import Member, db

app = Flask(__name__)


@app.route("/account", methods=["POST"])
@login_required
def update_account():
    current_user.email = request.form["email"]
    new = request.form.get("password")
    if new:
        current_user.password = hashpw(new.encode(), gensalt()).decode()  # expect: a changed password
    db.session.commit()
    return redirect("/account")


@app.route("/members/<int:number>", methods=["POST"])
def edit(number):
    member = Member.query.get(number)
    hashed = hashpw(request.form["password"].encode(), gensalt())
    member.password_hash = hashed.decode("utf-8")  # expect: a changed password
    db.session.commit()
    return redirect("/members")


@app.route("/settings", methods=["POST"])
@login_required
def settings():
    form = AccountForm(request.form)
    if form.validate() and form.password.data:
        current_user.password = hashpw(form.password.data.encode(), gensalt()).decode()  # expect: a changed password
        db.session.commit()
    return redirect("/settings")
