# file: shop/errors.py
class AuthFailed(Exception):
    pass
# file: shop/service.py
from flask import request

from shop.errors import AuthFailed
from shop.passwords import check_password


def sign_in(name, password, users):
    user = users.get(name)
    if user is None or not check_password(password, user.hash):
        raise AuthFailed(name)  # expect: failed login
    return user
# file: shop/dispatch.py
import logging

from shop.errors import AuthFailed

log = logging.getLogger(__name__)


def run(view, request):
    try:
        return view(request)
    except AuthFailed as error:
        log.warning("login failed: %s from %s", error, request.addr)
        return 401
# file: shop/views.py
from shop.service import sign_in


class LoginView:
    def post(self, request):
        return sign_in(request.form["name"], request.form["password"], {})
# file: shop/rpc.py
from shop.errors import AuthFailed


def call(method, args):
    try:
        return method(*args)
    except AuthFailed:
        return None
