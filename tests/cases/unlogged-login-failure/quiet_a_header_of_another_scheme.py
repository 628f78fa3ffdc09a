import logging

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed

logger = logging.getLogger(__name__)


class KeyAuthentication(BaseAuthentication):
    def __init__(self, keys):
        self.keys = keys

    def authenticate(self, request):
        header = get_authorization_header(request).split()
        if not header or header[0].lower() != b"token":
            return None
        key = self.keys.find(header[-1].decode())
        if key is None:
            logger.warning("authn_login_fail outcome=failure source=%r", request.META["REMOTE_ADDR"])
            raise AuthenticationFailed("The key is not known.")
        return key.user, key
