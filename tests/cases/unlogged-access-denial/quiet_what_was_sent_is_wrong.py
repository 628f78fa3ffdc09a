import logging

from flask import Flask, abort, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/workflows", methods=["POST"])
def workflow():
    model = request.json.get("model")
    if model is None:
        abort(403, "Invalid model")
    name = request.json.get("name", "")
    if len(name) > 20 or not name.isidentifier():
        abort(403, "name is not valid")
    return {"model": model}
