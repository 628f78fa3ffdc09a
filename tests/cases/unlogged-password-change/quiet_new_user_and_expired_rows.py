from flask import Flask, redirect, request

from shop.people import expired, new_person

app = Flask(__name__)


@app.post("/people/new")
def new_user():
    user = new_person(request.form["name"])
    user.set_password(request.form["password"])  # the first one
    return redirect("/people")


@app.post("/people/tidy")
def expire_accounts():
    for user in expired():
        user.set_password(None)
    return redirect("/people")
