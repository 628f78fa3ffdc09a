from flask import Flask, request
from flask_login import current_user, login_required

from girders.store import users

app = Flask(__name__)


@app.route("/user/<name>", methods=["PUT"])
@login_required
def update_user(name):
    user = users.load(name)
    user["email"] = request.json["email"]
    user["admin"] = request.json["admin"]  # expect: change of rights
    users.save(user)
    return {"user": name}


@app.route("/user/<name>/groups", methods=["PUT"])
@login_required
def set_groups(name):
    user_doc = users.load(name)
    user_doc["groups"] = request.json["groups"]  # expect: change of rights
    users.update_one({"_id": name}, {"$set": user_doc})
    return {"user": name}
