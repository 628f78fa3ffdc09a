from flask import Blueprint, jsonify, request
from flask.views import MethodView

bp = Blueprint("accounts", __name__)


@bp.route("/accounts", methods=["DELETE"])
def update_accounts(api):
    plugin, login = request.json["name"].split(";")
    api.remove_account(plugin, login)
    return jsonify(True)


class GenericView(MethodView):
    @classmethod
    def register(cls, app, **options):
        super().register(app, **options)
