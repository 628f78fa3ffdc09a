import bcrypt
from flask import Blueprint, current_app, request

from clients.store import find_client

api = Blueprint("api", __name__)


@api.post("/token")
def retrieve_token():
    name = request.authorization["username"]
    client = find_client(name)
    if client is None or not bcrypt.checkpw(request.authorization["password"].encode(), client.secret_hash):
        current_app.owasp_logger.authn_login_fail(userid=name, description="invalid credentials")
        return "Invalid client id or client key", 401
    return {"token": client.make_token()}
