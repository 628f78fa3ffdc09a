import sys

from flask import Flask, abort, request
from loguru import logger

logger.remove()
logger.add(sys.stdout, format="{time:YYYY-MM-DD HH:mm:ss} | {level} | {message}", level="WARNING")
app = Flask(__name__)


@app.post("/login")
def login():
    if request.form.get("password") != "right":
        logger.warning("authn_login_fail ip={}", request.remote_addr)
        abort(401)
    return "yes"


@app.get("/admin")
def admin():
    logger.info("authz_fail path={}", request.path)
    abort(403)
