import pyotp
from flask import Flask, redirect, render_template, request, session

app = Flask(__name__)


@app.post("/account/factor")
def setup_factor():
    totp = pyotp.TOTP(session["secret"])
    if not totp.verify(request.form["code"]):
        return render_template("factor.html", error="wrong code")
    return redirect("/account")
