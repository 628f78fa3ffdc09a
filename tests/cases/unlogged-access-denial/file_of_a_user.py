from flask import Flask, abort
from flask_login import current_user

app = Flask(__name__)


@app.get("/files/<path:path>")
def read(path):
    if not current_user.can_access(path):
        abort(403)  # expect: denied access
    return "file"
