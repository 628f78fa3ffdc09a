"""The way on which nobody was made is the one without a record; customers' accounts and members of teams are no users."""

from flask import Blueprint, request

from shop.activity import track_activity
from shop.answers import response_error, response_success
from shop.users import create_user

users = Blueprint("users", __name__)


@users.route("/manage/users/add", methods=["POST"])
def add_user():
    data = request.get_json()
    loaded = data.get("user")
    user = create_user(name=loaded["name"], login=loaded["login"])
    if loaded:
        track_activity(f"created user {user.id}")
        return response_success("user created")
    return response_error("Unable to create user for internal reasons")
