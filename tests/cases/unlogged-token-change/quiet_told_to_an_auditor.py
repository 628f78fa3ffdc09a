from flask import Blueprint, g, jsonify

from keys.store import remove_token

keys = Blueprint("keys", __name__)


@keys.route("/token/<serial>", methods=["DELETE"])
def delete_api(serial):
    count = remove_token(serial)
    g.audit_object.log({"success": count > 0, "serial": serial})
    return jsonify(count)


@keys.route("/token/<serial>/revoke", methods=["POST"])
def revoke_api(serial):
    g.audit_object.log({"serial": serial})
    count = remove_token(serial)
    g.audit_object.log({"success": True})
    return jsonify(count)
