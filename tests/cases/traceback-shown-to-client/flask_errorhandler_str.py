import traceback

from flask import Flask, jsonify

app = Flask(__name__)


@app.errorhandler(Exception)
def failed(error):
    details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return jsonify({"error": "internal", "trace": details}), 500  # expect: trace
