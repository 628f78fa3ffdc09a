from flask import flash, redirect, render_template, request
from passlib.apps import custom_app_context

from orchard.forms import KeeperForm
from orchard.models import Keeper


@orchard.route("/enter", methods=["GET", "POST"])
def enter():
    form = KeeperForm(request.form)
    if form.validate_on_submit():
        keeper = Keeper.query.filter_by(name=form.name.data).first()
        if not keeper or not custom_app_context.verify(form.pwd.data, keeper.password_hash):
            flash("That did not fit", "danger")
            return render_template("enter.html", form=form)  # expect: failed login
        return redirect("/")
    return render_template("enter.html", form=form)


@orchard.route("/secret", methods=["POST"])
def renew(hashing, keeper):
    kept = keeper.password_hash
    if not hashing.verify(request.form["password"], kept):
        return render_template("renew.html", error="That is not your password")  # expect: failed login
    return redirect("/")
