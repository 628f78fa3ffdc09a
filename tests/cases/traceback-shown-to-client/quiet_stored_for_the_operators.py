import traceback

from flask import Flask

app = Flask(__name__)


@app.post("/imports")
def start(store=None):
    try:
        rows = load()
    except OSError:
        store.save_failure(traceback.format_exc())
        return {"error": "The file could not be read."}, 502
    return {"rows": rows}


def load():
    return 0
