from flask import Flask, abort, request

app = Flask(__name__)


@app.before_request
def only_from_the_office():
    if request.remote_addr not in app.config["OFFICE_NETWORKS"]:
        abort(403)  # expect: denied access


@app.get("/export/<kind>")
def export(kind):
    if kind not in app.config["EXPORT_KINDS"]:
        abort(403)
    return kind
