from flask import Flask, abort
from flask_login import current_user

app = Flask(__name__)


@app.get("/orders")
def orders():
    if current_user.disabled:
        abort(403)  # expect: denied access
    return "orders"
