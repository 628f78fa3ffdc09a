import logging

from authlib.common.errors import AuthlibBaseError
from flask import Blueprint

from portal.logins import oauth

log = logging.getLogger(__name__)
blueprint = Blueprint("sessions", __name__)


@blueprint.route("/callback")
def callback():
    oauth_token = oauth.provider.authorize_access_token()
    if oauth_token is None or isinstance(oauth_token, AuthlibBaseError):
        log.warning("no login: %r", oauth_token)
        raise ValueError
    return {}
