import logging
import sys

from flask import Flask, abort, request

logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(levelname)s:%(name)s:%(message)s")
logger = logging.getLogger("service.login")
app = Flask(__name__)


@app.post("/login")
def login():
    if request.form.get("password") != "right":
        logger.warning("authn_login_fail user=%s ip=%s", request.form.get("name"), request.remote_addr)
        abort(401)
    return "yes"


@app.get("/admin")
def admin():
    logger.info("authz_fail path=%s", request.path)
    abort(403)
