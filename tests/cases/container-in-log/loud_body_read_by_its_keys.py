from flask import Flask, request, session

app = Flask(__name__)


@app.route("/route", methods=["POST"])
def route():
    data = request.get_json(silent=True) or {}
    print("raw data:", request.data)
    ids = data.get("ids")
    mode = data.get("mode")
    session["last"] = len(ids)
    return {"ids": len(ids), "mode": bool(mode)}


@app.route("/account", methods=["POST"])
def account():
    data = request.get_json(silent=True) or {}
    print("raw data:", request.data)  # expect: the request's body
    return {"user": data.get("user"), "known": data.get("password") is not None}
