"""A server for OAuth asks its grants whether a password is right, and writes nothing of a no."""

from authlib.oauth2.rfc6749 import grants
from oauthlib.oauth2 import RequestValidator

from shop.accounts import Account, verify_password


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    def authenticate_user(self, username, password):
        account = Account.query.filter_by(name=username).first()
        if account and verify_password(password, account.password):  # expect: a failed login leaves no security record
            return account


class Validator(RequestValidator):
    def validate_user(self, username, password, client, request, *args, **kwargs):
        account = Account.query.filter_by(name=username).first()
        if account is None or not account.check_password(password):
            return False  # expect: a failed login leaves no security record
        request.user = account
        return True
