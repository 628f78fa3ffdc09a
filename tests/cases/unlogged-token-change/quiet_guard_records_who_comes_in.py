import logging

from flask import Flask, abort, jsonify, request

from depot.accounts import find_session, keys

app = Flask(__name__)
logger = logging.getLogger(__name__)


def check_login_state(permission=None):
    found = find_session(request.headers.get("X-Session"))
    if found is None or permission not in found.permissions:
        abort(403)
    logger.info("%s does %s", found.user, request.path)
    return found.user


@app.route("/keys", methods=["POST"])
def new_key():
    user = check_login_state("keys")
    key = keys.create_api_key(user.id)
    return jsonify(key=key)
