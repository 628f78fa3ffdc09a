import logging

from flask import Flask, abort, jsonify, request

from depot.accounts import find_session, keys

app = Flask(__name__)
logger = logging.getLogger(__name__)


def check_login_state(permission=None):
    found = find_session(request.headers.get("X-Session"))
    if found is not None:
        if found.is_closed:
            logger.warning("session of %s is closed", found.user)
            abort(401)
        if permission is None or permission in found.permissions:
            return found.user
    logger.info("no right %s from %s", permission, request.remote_addr)
    abort(403)


@app.route("/keys", methods=["POST"])
def new_key():
    user = check_login_state("keys")
    key = keys.create_api_key(user.id)  # expect: a made or revoked token leaves no security record
    return jsonify(key=key)
