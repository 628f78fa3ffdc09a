"""What an exception is called tells that a password was wrong, whoever was asked."""

from datetime import datetime

from flask import Flask, flash, redirect, render_template, request, session, url_for

from shop.db import BadTokenException, Clerk, NoResultFound, WrongPasswordException, db_session

app = Flask(__name__)


@app.route("/login", methods=("GET", "POST"))
def login():
    if request.method == "POST":
        try:
            user = Clerk.enter(request.form["username"], request.form["password"], request.form["token"])
        except (NoResultFound, WrongPasswordException, BadTokenException):
            flash("Login failed", "error")
        else:
            user.last_access = datetime.utcnow()
            db_session.add(user)
            db_session.commit()
            session["uid"] = user.id
            return redirect(url_for("index"))
    return render_template("login.html")  # expect: a failed login leaves no security record
