import datetime

from flask import Flask, redirect
from flask_login import current_user, login_required, logout_user

from shop.settings import LOGIN_LOG_FILE

app = Flask(__name__)


def login_log(user, status):
    with open(LOGIN_LOG_FILE, "a+") as file:
        file.write(f"{datetime.datetime.now()}: {status} {user}\n")


@app.route("/logout")
@login_required
def logout():
    login_log(current_user.name, "LOGOUT")
    logout_user()
    return redirect("/")
