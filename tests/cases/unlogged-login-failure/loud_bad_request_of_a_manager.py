"""A manager that views ask answers a wrong password with a 400 of the framework's."""

from flask import request
from flask_restful import Resource
from werkzeug.exceptions import BadRequest
from werkzeug.security import check_password_hash

from app.models import Seller


class SellerManager:
    @staticmethod
    def sign_in(data):
        seller = Seller.query.filter_by(email=data["email"]).first()
        if not seller:
            raise BadRequest("Wrong email or password")
        if not check_password_hash(seller.password, data["password"]):
            raise BadRequest("Wrong email or password")  # expect: a failed login leaves no security record
        return seller


class SignIn(Resource):
    def post(self):
        seller = SellerManager.sign_in(request.get_json())
        return {"id": seller.id}, 200
