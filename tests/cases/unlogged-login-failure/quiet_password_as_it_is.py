import logging

from flask import Flask, redirect, render_template, request, session, url_for

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/login", methods=["GET", "POST"])
def login():
    error = None
    if request.method == "POST":
        if request.form["password"] != app.config["PASSWORD"]:
            logger.warning("login failed from %s", app.config["HOST"])
            error = "Invalid password"
        else:
            session["logged_in"] = True
            return redirect(url_for("diary"))
    return render_template("login.html", error=error)


@app.post("/login/new")
def login_create():
    password = request.form["password"]
    if password != request.form["password_again"]:
        return render_template("login.html", error="twice the same, please")
    return redirect("/")


@app.post("/login/hint")
def login_hint():
    password = request.form["password"]
    if password != request.form["password_hint"]:
        return render_template("login.html")
    return redirect("/")
