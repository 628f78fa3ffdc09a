from flask import jsonify
from flask.views import MethodView
from flask_jwt_extended import current_user, jwt_required

from core.authenticator import Authenticator


class Refresh(MethodView):
    @jwt_required(locations=["headers"])
    def get(self):
        return Authenticator.issue_access_token(current_user)


class RefreshKey(MethodView):
    @jwt_required(refresh=True)
    def post(self):
        return jsonify(key=Authenticator.issue_token(current_user))
