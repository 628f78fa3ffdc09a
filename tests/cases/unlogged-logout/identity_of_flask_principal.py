from flask import Blueprint, current_app
from flask_login import logout_user
from flask_principal import AnonymousIdentity, identity_changed
from flask_restful import Resource

api = Blueprint("api", __name__)


class Signout(Resource):
    def post(self):
        logout_user()  # expect: a logout leaves no security record
        identity_changed.send(current_app._get_current_object(), identity=AnonymousIdentity())
        return {"success": True}
