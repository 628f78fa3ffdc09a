from flask import Flask, flash, redirect, render_template, request, session

from shop.checks import right_name, right_password
from shop.models import Settings, User

app = Flask(__name__)


@app.route("/create_admin", methods=["GET", "POST"])
def create_admin():
    language = None
    host = Settings.first().host
    if not host:
        host = "shop"
    if session.get("language"):
        language = session["language"]
    if request.args.get("theme"):
        session["theme"] = request.args["theme"]
    if request.args.get("from"):
        session["from"] = request.args["from"]
    if request.method == "POST":
        if request.form.get("notice"):
            Settings.first().dismiss()
        elif request.form.get("language"):
            language = request.form["language"]
        else:
            error = False
            if request.form["password"] != request.form["repeated"]:
                flash("Passwords do not match", "error")
                error = True
            if not right_name(request.form["name"]):
                flash("Invalid username", "error")
                error = True
            if not right_password(request.form["password"]):
                flash("Invalid password", "error")
                error = True
            if error:
                return render_template("create_admin.html", host=host, language=language)
            user = User(name=request.form["name"])
            user.save()  # expect: a created or deleted user leaves no security record
            flash("The user was created.", "success")
            return redirect("/login")
    return render_template("create_admin.html", host=host, language=language)
