import logging

from flask import abort, request
from flask.views import MethodView
from flask_login import login_user

from shop.models import User

logger = logging.getLogger(__name__)


class Api(MethodView):
    def abort_400_bad_request(self, message):
        abort(400, message)

    def note(self, message):
        if not message:
            abort(400)


class Login(Api):
    def post(self):
        user = User.first(email=request.json["email"])
        if user is None or not user.check_password(request.json["password"]):
            logger.warning("failed login for %r", request.json["email"])
            self.abort_400_bad_request("Invalid email or password.")
        login_user(user)
        logger.info("%s logged in", user.id)
        return "", 204


class Parcel(Api):
    def post(self):
        if not request.json["number"]:
            self.abort_400_bad_request("Which one?")
        return "", 204
