# file: shop/views.py
from flask import abort, request
from flask_login import current_user
from rest_framework.exceptions import PermissionDenied
from rest_framework.views import APIView


class SignupView(APIView):
    def post(self, request):
        if request.user.is_authenticated:
            raise PermissionDenied("You are logged in already")
        return sign_up(request.data)


def newcomers_only(fn):
    def decorated(*args, **kwargs):
        if current_user.is_authenticated:
            if request.is_json:
                abort(403)
            return redirect("/")
        return fn(*args, **kwargs)

    return decorated
