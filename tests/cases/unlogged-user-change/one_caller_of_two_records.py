# file: books/accounts.py
from books.models import User


def create_if_there_is_none(name, password):
    if User.get_or_none(User.name == name):
        return False
    user = User(name=name, password=password)
    user.save()  # expect: created or deleted user
    return True
# file: books/views.py
import logging

from flask import Flask, redirect, request

from books.accounts import create_if_there_is_none

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.post("/accounts")
def add():
    create_if_there_is_none(request.form["name"], request.form["password"])
    return redirect("/accounts")


@app.post("/setup")
def setup():
    if create_if_there_is_none("admin", "admin"):
        log.info("the first account was made")
    return redirect("/")
