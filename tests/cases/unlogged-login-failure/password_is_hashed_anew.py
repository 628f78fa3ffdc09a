# file: music/users.py
import hashlib

from music.db import User


class Users:
    @staticmethod
    def _encrypt(password, salt):
        return hashlib.sha512(salt + password.encode()).hexdigest()

    @staticmethod
    def change(name, old, new):
        user = User.get(name=name)
        if Users._encrypt(old, user.salt) == user.password:
            user.password = Users._encrypt(new, user.salt)
            user.save()
# file: music/db.py
class User:
    @classmethod
    def get(cls, name):
        raise NotImplementedError
# file: music/web.py
import logging

from flask import Flask, abort, request, session

from music.db import User
from music.users import Users

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = User.get(name=request.form["name"])
    if Users._encrypt(request.form["password"], user.salt) != user.password:
        abort(400)  # expect: failed login
    session["user"] = user.name
    log.info("logged in: %s", user.name)
    return "ok"
