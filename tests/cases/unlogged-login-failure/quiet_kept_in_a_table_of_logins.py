# file: pier/visits.py
from pier.db import Database


def keep_visit(name, address, success):
    Database().upsert("visits", {"name": name, "address": address, "success": success})


def on_login_failed(name, address):
    keep_visit(name, address, False)
# file: pier/db.py
class Database:
    def upsert(self, table, row):
        self.connection.execute(f"insert into {table} values (?, ?, ?)", tuple(row.values()))
# file: pier/app.py
from flask import Flask, render_template, request, session

from pier.users import users
from pier.visits import on_login_failed

app = Flask(__name__)


@app.post("/login")
def login():
    name = request.form["name"]
    if not users.check_password(name, request.form["password"]):
        on_login_failed(name, request.remote_addr)
        return render_template("login.html")
    session["user"] = name
    return render_template("pier.html")
