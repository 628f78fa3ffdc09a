from flask import abort, request
from flask.views import MethodView
from flask_login import login_user

from shop.models import User


class Api(MethodView):
    def abort_400_bad_request(self, message):
        if not isinstance(message, dict):
            message = {"errors": [message]}
        abort(400, message)


class Login(Api):
    def post(self):
        user = User.first(email=request.json["email"])
        if user is None or not user.check_password(request.json["password"]):
            self.abort_400_bad_request("Invalid email or password.")  # expect: a failed login leaves no security record
        login_user(user)
        return "", 204
