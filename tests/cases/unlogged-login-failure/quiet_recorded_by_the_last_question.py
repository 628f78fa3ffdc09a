"""The last part of the test is asked once the others said no, and it writes the record."""

import logging

from flask import Flask, flash, redirect, render_template, request, session, url_for

app = Flask(__name__)
log = logging.getLogger(__name__)


def digest(text):
    return text + "x"


@app.route("/unlock", methods=["GET", "POST"])
def unlock():
    def refuse(given):
        log.warning("unlock refused: %d characters from %s", len(given), request.remote_addr)
        return False

    if request.method == "POST":
        expected = app.config["PASSWORD"]
        given = request.form["password"]
        if given == expected or digest(given) == expected or refuse(given):
            session["unlocked"] = True
            log.info("unlocked from %s", request.remote_addr)
            return redirect(url_for("home"))
        flash("Wrong password, try again.")
        return redirect(url_for("unlock"))
    return render_template("unlock.html")
