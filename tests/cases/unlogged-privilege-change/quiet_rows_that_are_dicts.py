from flask import Flask, request
from flask_login import current_user, login_required

from girders.store import users

app = Flask(__name__)


@app.route("/user/<name>", methods=["PUT"])
@login_required
def update_user(name):
    user = users.load(name)
    user["admin"] = request.json["admin"]
    users.save(user)
    app.logger.info("%s changed the rights of %s", current_user.id, user["id"])
    return {"user": name}


@app.route("/user/<name>")
@login_required
def get_user(name):
    user = users.load(name)
    user["password"] = None
    user["role"] = users.role_of(name)
    return user


@app.route("/form", methods=["POST"])
@login_required
def update_form():
    form = request.json["form"]
    form["role"] = "button"
    users.save(form)
    return {}


@app.route("/user", methods=["POST"])
@login_required
def create_user():
    user = {"name": request.json["name"]}
    user["role"] = "guest"
    users.save(user)
    app.logger.info("%s created a user", current_user.id)
    return {}
