from flask import Flask, abort, jsonify, request

app = Flask(__name__)


@app.before_request
def only_reads():
    if request.method not in ("GET", "HEAD"):
        abort(403)


@app.route("/notes/<int:number>/read", methods=["GET", "POST"])
def mark_read(number):
    if request.method == "POST":
        return jsonify(ok=True)
    return jsonify(error="Requests other than POST are forbidden.")
