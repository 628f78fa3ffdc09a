# file: mill/errors.py
from flask import current_app, jsonify


class AuthError(Exception):
    def __init__(self, message, code):
        self.message = message
        self.code = code


def register(app):
    @app.errorhandler(AuthError)
    def refused(error):
        return jsonify(error=error.message), error.code

    @app.errorhandler(Exception)
    def broken(error):
        current_app.logger.exception(error)
        return jsonify(error="internal"), 500
# file: mill/api.py
from flask import Blueprint, request

from mill.errors import AuthError

bp = Blueprint("mill", __name__)


@bp.get("/stones/<int:number>")
def stone(number):
    if not request.miller.owns(number):
        raise AuthError("not your stone", 403)  # expect: denied access
    return {}
