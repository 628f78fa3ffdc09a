from flask import Flask, abort, request
from flask_login import current_user

app = Flask(__name__)


@app.before_request
def only_known():
    view = app.view_functions.get(request.endpoint)
    if current_user.is_anonymous and not getattr(view, "open_to_all", False) and request.method != "OPTIONS":
        if request.endpoint not in ("start", "static"):
            abort(401)
