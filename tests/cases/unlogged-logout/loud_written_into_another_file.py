from flask import Flask, redirect
from flask_login import current_user, login_required, logout_user

from shop.settings import CATALOGUE

app = Flask(__name__)


def keep_basket(user):
    with open(CATALOGUE, "a") as file:
        file.write(f"{user}\n")


@app.route("/logout")
@login_required
def logout():
    keep_basket(current_user.basket)
    logout_user()  # expect: a logout leaves no security record
    return redirect("/")
