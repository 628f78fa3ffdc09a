import bcrypt
from flask import Flask, flash, redirect, render_template, request
from flask_login import login_required

from .models import User

app = Flask(__name__)


@app.route("/password", methods=["GET", "POST"])
@login_required
def confirm_password():
    if request.method == "POST":
        user = User.query.filter_by(email=request.form["email"]).first()
        kept = user.password
        shown = bcrypt.hashpw(request.form["password"].strip().encode("utf-8"), user.salt)
        if shown == kept:
            return redirect("/settings")
        app.logger.warning("wrong password of %s from %s", user.id, request.remote_addr)
        flash("Wrong password", "danger")
    return render_template("confirm.html")
