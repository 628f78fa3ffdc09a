import logging

from flask import Flask, jsonify, request

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    user = users.find(request.json["name"])
    if user is None:
        log.warning("login of unknown user from %s", request.remote_addr)
        return jsonify(error="wrong"), 401
    if not user.check_password(request.json["password"]):
        return jsonify(error="wrong"), 401  # expect: failed login
    return jsonify(token=user.new_token())
