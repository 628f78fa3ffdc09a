"""A library of a directory says by its exception that a password is wrong."""

import python_freeipa
from flask import flash, redirect, url_for

from portal import app
from portal.directory import open_session
from portal.forms import LoginForm


@app.route("/login", methods=["POST"])
def login():
    form = LoginForm()
    try:
        client = open_session(form.username.data, form.password.data)
    except python_freeipa.exceptions.Unauthorized:
        flash("Wrong name or password")
        return redirect(url_for("start"))  # expect: a failed login leaves no security record
    return redirect(url_for("home", token=client.token))
