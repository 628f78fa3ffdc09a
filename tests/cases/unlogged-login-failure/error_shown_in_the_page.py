from flask import Flask, render_template, request

from accounts.model import AuthError, authenticate, start_session

app = Flask(__name__)


@app.post("/login")
def login():
    error = None
    try:
        user = authenticate(request.form["name"], request.form["password"])
    except AuthError:
        error = "wrong"
    if not error:
        return start_session(user)
    return render_template("login.html", error=error)  # expect: failed login
