from flask import Blueprint, jsonify, request
from flask.views import MethodView

from shop import api

bp = Blueprint("accounts", __name__)


@bp.route("/accounts", methods=["DELETE"])
def update_accounts():
    plugin, login = request.json["name"].split(";")
    api.remove_account(plugin, login)
    return jsonify(True)


class GenericView(MethodView):
    @classmethod
    def register(cls, app, **options):
        super().register(app, **options)
