from flask import Flask, render_template, request, session

from pier.cache import cache
from pier.users import users

app = Flask(__name__)


def count_failed_login(name):
    cache.incr(f"failed:{name}")


@app.post("/login")
def login():
    name = request.form["name"]
    if not users.check_password(name, request.form["password"]):
        count_failed_login(name)
        return render_template("login.html")  # expect: failed login
    session["user"] = name
    return render_template("pier.html")
