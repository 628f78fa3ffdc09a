"""The last part of the test is asked once the others said no, and it writes nothing."""

import logging

from flask import Flask, flash, redirect, render_template, request, session, url_for

app = Flask(__name__)
log = logging.getLogger(__name__)


def digest(text):
    return text + "x"


@app.route("/unlock", methods=["GET", "POST"])
def unlock():
    def is_number(given, expected):
        if isinstance(expected, int) and given.isdigit():
            return int(given) == expected
        return False

    if request.method == "POST":
        expected = app.config["PASSWORD"]
        given = request.form["password"]
        if given == expected or digest(given) == expected or is_number(given, expected):
            session["unlocked"] = True
            log.info("unlocked from %s", request.remote_addr)
            return redirect(url_for("home"))
        flash("Wrong password, try again.")
        return redirect(url_for("unlock"))  # expect: a failed login
    return render_template("unlock.html")
