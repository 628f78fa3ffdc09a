import pyotp
from flask import Flask, redirect, render_template, request, session

app = Flask(__name__)


@app.post("/login/code")
def code():
    totp = pyotp.TOTP(session["secret"])
    if totp.verify(request.form["code"]):
        session["user_id"] = session.pop("waiting")
        return redirect("/")
    return render_template("code.html", error="wrong code")  # expect: failed login
