from functools import wraps

from flask import Flask, flash, redirect, url_for
from flask_login import current_user

app = Flask(__name__)


def managers_only(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        if current_user.is_admin:
            return func(*args, **kwargs)
        flash("You do not have access to this client", "warning")
        return redirect(url_for("clients"))  # expect: a denied access leaves no security record

    return wrapper


@app.route("/printer")
def printer():
    if app.config["PRINTER"]:
        return {"printer": "ready"}
    flash("We don't have access to the printer", "warning")
    return redirect(url_for("clients"))
