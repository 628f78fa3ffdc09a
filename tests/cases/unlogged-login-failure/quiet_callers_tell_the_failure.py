# file: accounts/manager.py
import logging

log = logging.getLogger(__name__)


class Manager:
    def authenticate_user(self, name, password):
        user = self.find(name)
        if not user:
            return None
        if not user.check_password(password):
            log.info("Login failed for %s", name)
            return None
        return user
# file: accounts/views.py
import logging

from flask import Blueprint, request

from accounts.manager import Manager

log = logging.getLogger(__name__)
bp = Blueprint("accounts", __name__)
manager = Manager()


@bp.post("/login")
def login():
    user = manager.authenticate_user(request.form["name"], request.form["password"])
    if not user:
        log.warning("authn_login_fail from %s", request.remote_addr)
        return "wrong"
    return "welcome"
