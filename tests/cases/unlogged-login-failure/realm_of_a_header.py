from flask import request, session


class Login:
    def __init__(self, check):
        self._check = check

    def basic(self):
        sent = request.authorization
        if sent and self._check({"name": sent.username, "password": sent.password}):
            session["name"] = sent.username
            return True
        return "Wrong credentials", 401, {"WWW-Authenticate": 'Basic realm="Login Required"'}  # expect: failed login
