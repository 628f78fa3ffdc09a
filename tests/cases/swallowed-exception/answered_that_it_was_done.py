"""The file may not have been written, and the client is answered that it was."""

import json
from pathlib import Path

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/drawings/<name>", methods=["PUT"])
def put_drawing(name):
    try:
        (Path("drawings") / f"{int(name)}.json").write_text(json.dumps(request.get_json()))
    except Exception:  # expect: write_text()
        pass
    return jsonify({"ok": True})


@app.route("/drawings/<name>/moved", methods=["POST"])
def moved(name, bus):
    try:
        bus.send("moved", int(name))
    except Exception:  # expect: send()
        pass
    return {"status": "ok"}


def keep(frame, target):
    try:
        target.write(frame)
    except Exception:  # expect: write()
        pass
    return True
