from flask import Flask, flash, redirect, render_template, request, session, url_for

app = Flask(__name__)


@app.route("/login", methods=["GET", "POST"])
def login():
    error = None
    if request.method == "POST":
        if request.form["password"] != app.config["PASSWORD"]:
            error = "Invalid password"
        else:
            session["logged_in"] = True
            return redirect(url_for("diary"))
    return render_template("login.html", error=error)  # expect: failed login


@app.route("/admin/login", methods=["POST"])
def admin_login():
    kept = app.config.get("diary_password")
    data = request.form
    if data["password"] and data["password"] == kept:
        return redirect("/admin")
    flash("no")
    return render_template("login.html")  # expect: failed login
