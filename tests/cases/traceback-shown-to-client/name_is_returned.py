import traceback

from flask import Flask

app = Flask(__name__)


@app.route("/report")
def report():
    try:
        return "done"
    except Exception:
        text = traceback.format_exc()
        app.logger.error("failed")
        return text  # expect: traceback
