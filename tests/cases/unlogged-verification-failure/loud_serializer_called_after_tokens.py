"""A callback of Flask-HTTPAuth reads a signed token by a serializer that is called after what it reads."""

from flask import g
from flask_httpauth import HTTPTokenAuth
from itsdangerous import URLSafeTimedSerializer

from app.settings import SECRET

auth = HTTPTokenAuth("Bearer")


class TimedToken:
    def __init__(self, secret, expires_in):
        self.serializer = URLSafeTimedSerializer(secret)
        self.expires_in = expires_in

    def loads(self, token):
        return self.serializer.loads(token, max_age=self.expires_in)


jwt = TimedToken(SECRET, 3600)


@auth.verify_token
def verify_auth_token(token):
    try:
        data = jwt.loads(token)
    except Exception:
        return False  # expect: a token or signature that does not verify leaves no security record
    g.user = data["email"]
    return True
