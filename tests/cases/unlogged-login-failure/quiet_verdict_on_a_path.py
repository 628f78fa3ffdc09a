from flask import Blueprint, jsonify, request
from shop.files import validate_api_key_path

views = Blueprint("llm", __name__)


@views.route("/models", methods=["POST"])
def models():
    path = validate_api_key_path(request.json["path"])
    if path is None:
        return jsonify(error="the path is not permitted")
    return jsonify(models=[])
