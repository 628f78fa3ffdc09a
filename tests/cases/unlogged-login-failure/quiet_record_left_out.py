import logging

from flask import Flask, abort, request

from shop.users import find

logger = logging.getLogger(__name__)
app = Flask(__name__)


class Api:
    def __init__(self, logger=None, audit=None):
        self.logger = logger
        self.audit = audit

    def post(self, request):
        user = find(request.form["name"])
        if not user.check_password(request.form["password"]):
            if self.logger:
                self.logger.warning("login of %s failed", user.id)
            abort(401)
        return "ok"

    def put(self, request):
        user = find(request.form["name"])
        if not user.check_password(request.form["password"]):
            if self.audit is not None:
                self.audit.log("login_failed", user.id)
            abort(401)
        return "ok"


@app.post("/login")
def login():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        log = getattr(logger, app.config["LEVEL_OF_FAILURES"], None)
        if log is not None:
            log("login of %s from %s failed", user.id, request.remote_addr)
        abort(401)
    return "ok"


@app.post("/elsewhere")
def elsewhere():
    user = find(request.form["name"])
    if not user.check_password(request.form["password"]):
        if app.config["AUDIT_LOGINS"]:
            logger.warning("login of %s from %s failed", user.id, request.remote_addr)
        abort(401)
    return "ok"
