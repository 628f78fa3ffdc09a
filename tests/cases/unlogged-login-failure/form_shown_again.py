from flask import Flask, flash, redirect, render_template, request, session
from werkzeug.security import check_password_hash

from db import get_db

app = Flask(__name__)


@app.route("/login", methods=("GET", "POST"))
def login():
    if request.method == "POST":
        error = None
        user = get_db().execute("SELECT * FROM user WHERE name = ?", (request.form["name"],)).fetchone()
        if user is None:
            error = "Incorrect name."
        elif not check_password_hash(user["password"], request.form["password"]):
            error = "Incorrect password."
        if error is None:
            session.clear()
            session["user_id"] = user["id"]
            return redirect("/")
        flash(error)
    return render_template("login.html")  # expect: failed login
