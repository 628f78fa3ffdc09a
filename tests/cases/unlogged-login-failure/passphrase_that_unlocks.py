from flask import Flask, redirect, render_template, request, session

from neuron.settings import settings

app = Flask(__name__)


@app.route("/unlock", methods=["GET", "POST"])
def unlock():
    if request.method == "POST":
        expected_password = settings.get("lock password")
        if request.form["passphrase"] == expected_password:
            session["authenticated"] = True
            return redirect("/dashboard")
        return "Wrong passphrase, try again."  # expect: a failed login leaves no security record
    return render_template("unlock.html")
