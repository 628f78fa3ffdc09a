# file: music/managers.py
from music.db import User


class UserManager:
    @staticmethod
    def add(name, password):
        return User.create(name=name, password=password)

    @staticmethod
    def delete_by_name(name):
        User.get(name=name).delete_instance()
# file: music/db.py
class User:
    @classmethod
    def get(cls, name):
        raise NotImplementedError

    @classmethod
    def create(cls, **fields):
        raise NotImplementedError
# file: music/api.py
from flask import Blueprint, request

from music.managers import UserManager

api = Blueprint("api", __name__)


@api.route("/createUser")
def add():
    UserManager.add(request.values["name"], request.values["password"])  # expect: created or deleted user
    return {}


@api.route("/deleteUser")
def remove():
    UserManager.delete_by_name(request.values["name"])  # expect: created or deleted user
    return {}
