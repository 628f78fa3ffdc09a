from flask import Flask, redirect
from flask_login import login_required, logout_user

app = Flask(__name__)


@app.post("/logout")
@login_required
def leave():
    logout_user()  # expect: logout
    return redirect("/")
