from flask import Flask, request

from shop.accounts import accounts
from shop.errors import LoginError
from shop.rules import PasswordValidator

app = Flask(__name__)
validator = PasswordValidator()


@app.post("/password/check")
def check():
    """Whether a new password is strong enough, and roles are a list: nobody is refused a login."""
    roles = request.json.get("roles")
    if roles and not isinstance(roles, list):
        raise LoginError("roles must be a list")
    if not validator.validate_password(request.json["password"]):
        return {"error": "too weak"}, 400
    return {"hint": accounts.hint}
