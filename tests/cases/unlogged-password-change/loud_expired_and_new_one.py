from flask import Flask, flash, redirect, request
from flask_login import current_user

from shop.people import by_link

app = Flask(__name__)


@app.post("/password/new")
def set_new_password():
    user = by_link(request.form["link"])
    user.set_password(request.form["password"])  # expect: a changed password leaves no security record
    return redirect("/login")


@app.post("/password/expired")
def pwd_expired_change():
    current_user.set_password(request.form["password"])  # expect: a changed password leaves no security record
    flash("Password changed")
    return redirect("/")
