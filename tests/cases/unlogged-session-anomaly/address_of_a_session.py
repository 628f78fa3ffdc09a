from flask import Flask, abort, redirect, request, session

app = Flask(__name__)


@app.before_request
def same_client():
    if "user_id" not in session:
        return None
    if session.get("ip") != request.remote_addr or session.get("ua") != request.headers.get("User-Agent"):
        session.clear()
        return redirect("/login")  # expect: a session used from elsewhere
    return None


@app.get("/admin")
def admin():
    bound = session["fingerprint"]
    if bound != fingerprint_of(request):
        abort(403)  # expect: a session used from elsewhere
    return "hello"


def fingerprint_of(request): ...
