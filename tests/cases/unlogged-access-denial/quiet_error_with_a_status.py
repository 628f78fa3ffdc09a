from flask import Flask, current_app, jsonify, request

from keys import client_of

app = Flask(__name__)


class AuthError(Exception):
    def __init__(self, message, code):
        self.message = message
        self.code = code


@app.errorhandler(AuthError)
def auth_error(error):
    current_app.logger.info("API AuthError: %r", error)
    return jsonify(error.message), error.code


@app.before_request
def requires_auth():
    client = client_of(request)
    if not client.active:
        raise AuthError("Invalid token: client is archived", 403)
    if not client.name:
        raise AuthError("Not found", 404)
