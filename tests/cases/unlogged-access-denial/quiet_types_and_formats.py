from flask import Blueprint, abort, jsonify, request
from shop.settings import settings

bp = Blueprint("export", __name__)


@bp.post("/notes")
def notes():
    text = request.json.get("text")
    if not isinstance(text, str):
        abort(403, "The text needs to be a string.")
    return jsonify({"length": len(text)})


@bp.get("/export")
def export():
    wanted = request.args.get("format", "html")
    if wanted not in settings["export"]["formats"]:
        abort(403)
    return jsonify({"format": wanted})
