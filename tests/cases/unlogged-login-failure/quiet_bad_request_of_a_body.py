"""What cannot be read is no failed login, and who asks records the wrong password."""

import logging

from flask import request
from flask_restful import Resource
from werkzeug.exceptions import BadRequest
from werkzeug.security import check_password_hash

from app.models import Seller

log = logging.getLogger(__name__)


class SellerManager:
    @staticmethod
    def sign_in(data):
        if "email" not in data:
            raise BadRequest("No email")
        seller = Seller.query.filter_by(email=data["email"]).first()
        if seller is None or not check_password_hash(seller.password, data["password"]):
            raise BadRequest("Wrong email or password")
        return seller


class SignIn(Resource):
    def post(self):
        data = request.get_json()
        try:
            seller = SellerManager.sign_in(data)
        except BadRequest:
            log.warning("login refused from %s", request.remote_addr)
            raise
        return {"id": seller.id}, 200
