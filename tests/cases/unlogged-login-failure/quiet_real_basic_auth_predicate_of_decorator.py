import logging
from functools import wraps

from flask import Blueprint, Response, request
from werkzeug.security import check_password_hash

from . import db

opds = Blueprint("opds", __name__)
log = logging.getLogger(__name__)


def check_auth(username, password):
    user = db.find_user(username)
    if not (user and check_password_hash(user.password, password)):
        log.warning("Login failed for user %r from %s", username, request.remote_addr)
        return False
    return True


def challenge():
    return Response("You have to login", 401, {"WWW-Authenticate": 'Basic realm="Login Required"'})


def requires_basic_auth(function):
    @wraps(function)
    def decorated(*args, **kwargs):
        auth = request.authorization
        if not auth or not check_auth(auth.username, auth.password):
            return challenge()
        return function(*args, **kwargs)

    return decorated
