"""A function that tells whether somebody must choose another password changes none."""

from flask import Flask, redirect, session

app = Flask(__name__)


def needs_to_change_password():
    return app.users.of(session["user"]).expired


@app.get("/desk")
def desk():
    if needs_to_change_password():
        return redirect("/password")
    return "desk"
