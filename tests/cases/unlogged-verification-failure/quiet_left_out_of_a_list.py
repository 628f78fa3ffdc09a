from flask import Blueprint, jsonify
from shop.engines import engines, preferences

bp = Blueprint("config", __name__)


@bp.route("/config")
def config():
    shown = []
    for name, engine in engines.items():
        if not preferences.validate_token(engine):
            continue
        shown.append({"name": name})
    return jsonify({"engines": shown})
