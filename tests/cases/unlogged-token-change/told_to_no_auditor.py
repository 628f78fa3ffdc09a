from flask import Blueprint, g, jsonify

from keys.store import remove_token


class Auditor:
    def log(self, entry):
        pass


keys = Blueprint("keys", __name__)
auditor = Auditor()


@keys.route("/token/<serial>", methods=["DELETE"])
def delete_api(serial):
    count = remove_token(serial)  # expect: token
    g.audit_object.find(serial)
    return jsonify(count)


@keys.route("/token/<serial>/revoke", methods=["POST"])
def revoke_api(serial):
    count = remove_token(serial)  # expect: token
    auditor.log({"success": True})
    return jsonify(count)
