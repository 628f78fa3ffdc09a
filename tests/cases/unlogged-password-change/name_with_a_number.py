# file: music/managers.py
from music.db import User


class UserManager:
    @staticmethod
    def change_password2(name, new):
        user = User.get(name=name)
        user.password = UserManager.encrypt(new)
        user.save()

    @staticmethod
    def encrypt(password):
        return password[::-1]
# file: music/db.py
class User:
    @classmethod
    def get(cls, name):
        raise NotImplementedError
# file: music/api.py
from flask import Blueprint, request

from music.managers import UserManager

api = Blueprint("api", __name__)


@api.route("/changePassword")
def change():
    UserManager.change_password2(request.values["name"], request.values["password"])  # expect: changed password
    return {}
