from flask import Flask, request

from .core import AccessDenied, add_scope

app = Flask(__name__)


@app.route("/scopes/<name>", methods=["POST"])
def post(name):
    try:
        add_scope(name, issuer=request.environ["issuer"])
    except AccessDenied as error:
        return str(error), 401  # expect: a denied access
    return "Created", 201
