from flask import Flask, request
from werkzeug.exceptions import Unauthorized

from directory.api import client

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = client.authenticate(request.form["name"], request.form["password"])
    if not user:
        raise Unauthorized()  # expect: login() raises Unauthorized
    return {"user": user.name}
