from django.conf import settings
from flask import Flask, abort, request
from flask_login import current_user

app = Flask(__name__)


@app.get("/signup")
def signup():
    if not settings.SIGNUP_OPEN:
        abort(403)
    return "welcome"


@app.get("/me")
def me():
    if not current_user.is_authenticated:
        abort(401)
    if not request.args.get("page", "1").isdigit():
        abort(400)
    return "you"


def can_edit(user, page):
    if user.is_admin:
        return True
    return page.owner == user


def describe(response):
    if response.status_code == 403:
        raise ValueError("the other side refuses")
    return response.json()
