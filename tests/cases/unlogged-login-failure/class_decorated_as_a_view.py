"""Pyramid asks the object of a class that is decorated as a view."""

from pyramid.view import view_config

from shop.users import user_by_email


@view_config(route_name="login", request_method="POST", renderer="json")
class LoginView:
    def __init__(self, request):
        self.request = request

    def __call__(self):
        user = user_by_email(self.request.POST.get("email", ""))
        if user is None or not user.check_password(self.request.POST.get("password", "")):
            return {"status": False, "msg": "Wrong e-mail or password."}  # expect: failed login
        return self.request.login_perform(user)
