import logging

from flask import Flask, request

from shop.users import current_user

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/orders")
def orders():
    allowed = current_user.is_admin
    if not allowed and current_user.number == request.args["owner"]:
        allowed = True
    if allowed:
        return "all of them"
    log.warning("%s was denied the orders", current_user.number)
    return "not yours", 403


@app.route("/codes")
def codes():
    return {"missing": 404, "refused": 403, "nobody": 401}


@app.route("/rows")
def rows():
    if request.args.get("kind") == "all":
        return "too many", 400
    return str([401, 403])
