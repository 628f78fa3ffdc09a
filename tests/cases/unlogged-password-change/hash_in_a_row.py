# file: shop/views.py
import bcrypt
from flask import Flask, redirect, request, session
from shop.storage import db, mongo
from shop.users import User
from werkzeug.security import generate_password_hash

app = Flask(__name__)


@app.route("/user/edit", methods=["POST"])
def edit_user():
    new = generate_password_hash(request.form["password"])
    db.update({"login": request.form["login"], "hashed_password": new}, doc_ids=[session["id"]])  # expect: changed password
    return redirect("/")


@app.route("/profile", methods=["POST"])
def profile():
    kept = bcrypt.hashpw(request.form["password"].encode(), bcrypt.gensalt()).decode()
    mongo.people.update_one({"_id": session["id"]}, {"$set": {"password": kept}})  # expect: changed password
    return redirect("/")


@app.route("/recover", methods=["POST"])
def recover():
    user = User(request.form["login"])
    if not user.apply_token(request.form["token"], request.form["password"]):
        return redirect("/recover")
    return redirect("/login")


# file: shop/users.py
class User:
    def __init__(self, login):
        self.profile = {"login": login}

    def apply_token(self, token, password):
        if self.profile.get("recovery") != token:
            return False
        self.set_password(password)  # expect: changed password
        self.save()
        return True

    def set_password(self, password):
        self.profile["hash"] = crypt(password)

    def save(self):
        store(self.profile)
