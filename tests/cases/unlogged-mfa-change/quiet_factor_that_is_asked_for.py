import logging

from flask import jsonify, request
from flask.views import MethodView
from flask_login import current_user

log = logging.getLogger(__name__)


class MailCodes(MethodView):
    def __init__(self, factors):
        self.factors = factors

    def post(self):
        self.factors.send_email_otp(request.json["email"])
        return jsonify(done=True)


class Keys(MethodView):
    def __init__(self, factors):
        self.factors = factors

    def put(self):
        return jsonify(self.factors.pre_register_fido(current_user.id))

    def delete(self):
        self.factors.unregister_fido(current_user.id, request.json["name"])
        log.info("user %s removed a security key", current_user.id)
        return jsonify(done=True)
