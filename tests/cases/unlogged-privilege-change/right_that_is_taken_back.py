from flask import request
from flask_restful import Resource

from shop.models import AccessPermission, User, get_object


class Permissions(Resource):
    def delete(self, kind, number):
        obj = get_object(kind, number)
        grantee = User.get_by_id(request.get_json()["user_id"])
        AccessPermission.revoke(obj, grantee, request.get_json()["access_type"])  # expect: change of rights
        return {}
