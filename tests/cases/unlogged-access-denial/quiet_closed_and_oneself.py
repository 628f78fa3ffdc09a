from flask import Flask, abort
from flask_login import current_user

from shop.talks import talks
from shop.users import users

app = Flask(__name__)


@app.route("/talks/<id>", methods=["POST"])
def say(id):
    talk = talks[id]
    if talk.closed:
        abort(403, "this talk is closed")
    return "said"


@app.route("/users/<id>", methods=["DELETE"])
def follow(id):
    if id == str(current_user.id):
        abort(403, "not yourself")
    user = users[id]
    if user == current_user._get_current_object():
        abort(403, "not yourself")
    return "followed"


@app.route("/notes")
def notes():
    layer = talks["notes"]
    if not layer.public and current_user is None:
        abort(403)
    return "notes"
