from flask import Flask, request

from shop.users import current_user

app = Flask(__name__)


@app.route("/orders")
def orders():
    allowed = current_user.is_admin
    if not allowed and current_user.number == request.args["owner"]:
        allowed = True
    if allowed:
        return "all of them"
    return "not yours", 403  # expect: denied access
