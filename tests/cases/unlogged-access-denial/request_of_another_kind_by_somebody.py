from flask import Flask, abort, request
from flask_login import current_user

app = Flask(__name__)


@app.route("/notes", methods=["GET", "POST"])
def notes():
    if not current_user.is_admin:
        if request.method != "GET":
            abort(403)  # expect: a denied access leaves no security record
    return "notes"
