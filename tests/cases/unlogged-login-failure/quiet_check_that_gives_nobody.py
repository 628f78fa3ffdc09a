import logging

from django.conf import settings
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

logger = logging.getLogger(__name__)


class AddressCheck(BaseAuthentication):
    def authenticate(self, request):
        if settings.DISABLE_ADDRESS_CHECK:
            logger.warning("the check of addresses is switched off")
            return None
        address = request.META["REMOTE_ADDR"]
        if address not in settings.ALLOWED:
            logger.warning("authn_login_fail: the address %r is not allowed", address)
            raise AuthenticationFailed()
        return None  # the next one is asked
