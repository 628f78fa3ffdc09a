import logging

from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

from api.models import APIToken

logger = logging.getLogger(__name__)


class APIAuthentication(TokenAuthentication):
    def authenticate_credentials(self, key):
        try:
            token = APIToken.objects.get(token=key)
        except APIToken.DoesNotExist:
            logger.warning("API authentication with a token that does not exist")
            raise AuthenticationFailed
        if token.is_expired():
            logger.warning("API authentication with an expired token")
            raise AuthenticationFailed
        return None, token
