from flask_httpauth import HTTPBasicAuth
from oauthlib.oauth2 import RequestValidator
from werkzeug.security import check_password_hash

from yard.models import Keeper

auth = HTTPBasicAuth()


@auth.verify_password
def is_keeper(name, given):
    keeper = Keeper.query.filter_by(name=name).first()
    return keeper is not None and check_password_hash(keeper.password_hash, given)  # expect: failed login


class Keepers(RequestValidator):
    def validate_user(self, username, password, client, request, *args, **kwargs):
        keeper = Keeper.query.filter_by(name=username).first()
        return bool(keeper and keeper.check_password(password))  # expect: failed login
