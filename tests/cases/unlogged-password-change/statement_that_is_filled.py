import sqlite3

from flask import Flask, flash, request, session

app = Flask(__name__)


def change(username, password):
    rows = sqlite3.connect("users.sqlite").cursor()
    rows.execute("UPDATE users SET password = '{}' WHERE username = '{}'".format(password, username))  # expect: a changed password
    rows.connection.commit()


def rename(username, name):
    rows = sqlite3.connect("users.sqlite").cursor()
    rows.execute("UPDATE users SET full_name = '{}' WHERE username = '{}'".format(name, username))
    rows.connection.commit()


@app.post("/password")
def password():
    change(session["username"], request.form["password"])
    rename(session["username"], request.form["name"])
    flash("changed")
    return "ok"
