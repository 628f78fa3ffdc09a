"""A row of who has logged in makes nobody new."""

from flask import redirect, request
from flask.views import View
from flask_login import login_user


class LoginView(View):
    methods = ["POST"]

    def __init__(self, users, auth_user_historic):
        self.users = users
        self.auth_user_historic = auth_user_historic

    def dispatch_request(self):
        user = self.users.by_email(request.form["email"])
        self.auth_user_historic.create_auth_user(user.id, user.email)
        login_user(user)
        return redirect("/")
