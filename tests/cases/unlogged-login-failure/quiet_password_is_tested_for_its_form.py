from flask import Flask, flash, render_template, request

from shop.people import Person
from shop.tests import test_password, test_username

app = Flask(__name__)


@app.route("/create_admin", methods=["GET", "POST"])
def create_admin():
    if request.method == "POST" and not test_username(request.form["name"]):
        flash("Invalid username", "error")
        return render_template("create_admin.html")
    if request.method == "POST" and not test_password(request.form["password"]):
        flash("Invalid password. Must be between 4 and 64 characters.", "error")
        return render_template("create_admin.html")
    return render_template("create_admin.html", people=Person.count())
