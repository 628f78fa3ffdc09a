import logging

from flask import Flask, abort, request

from shop.users import find

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.post("/login")
def login():
    user = find(request.form["name"])
    ours = request.remote_addr.startswith("10.")
    if not user.check_password(request.form["password"]):
        if ours and logger:
            logger.warning("login of %s from %s failed", user.id, request.remote_addr)
        abort(401)  # expect: failed login
    return "ok"
