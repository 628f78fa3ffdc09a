import traceback

from flask import Flask, current_app, jsonify

app = Flask(__name__)
app.config["SHOW_STACKTRACE"] = False


def stacktrace():
    if current_app.config["SHOW_STACKTRACE"]:
        return traceback.format_exc()
    return None


@app.errorhandler(500)
def failed(error):
    return jsonify(message="internal error", stacktrace=stacktrace()), 500
