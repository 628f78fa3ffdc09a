"""The answer says what failed, or nothing of the work."""

import json
from pathlib import Path

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/frames/<name>", methods=["PUT"])
def put_frame(name):
    written = False
    try:
        (Path("frames") / f"{int(name)}.json").write_text(json.dumps(request.get_json()))
        written = True
    except Exception:
        pass
    return jsonify({"ok": written})


@app.route("/frames/all", methods=["PUT"])
def put_frames():
    errors = []
    for name, frame in request.get_json().items():
        try:
            (Path("frames") / f"{int(name)}.json").write_text(json.dumps(frame))
        except Exception:
            errors.append(name)
    return jsonify({"ok": True, "errors": errors})


def keep(frame, target):
    try:
        target.write(frame)
    except Exception:
        return False
    return True
