"""Who may come to a folder is a right, whatever else the call is given."""

from flask import Flask, request

app = Flask(__name__)


@app.post("/folders/<path:path>/members")
def share(path):
    app.folders.set_permissions(path, user=request.json["user"], rights="rw")  # expect: change of rights
    return {}
