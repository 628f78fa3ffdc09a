from flask import Flask, redirect, request
from flask_login import current_user, login_required

app = Flask(__name__)


@app.route("/yubikeys", methods=["POST"])
@login_required
def assign():
    current_user.assign_yubikey(request.form["otp"][:-32])  # expect: second factor
    return redirect("/manage")
