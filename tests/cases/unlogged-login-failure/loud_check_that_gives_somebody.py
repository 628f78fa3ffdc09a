import logging

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from shop.people import by_key

logger = logging.getLogger(__name__)


class KeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        person = by_key(request.headers["X-Key"])
        if person is not None and person.blocked:
            logger.warning("authn_login_fail: %s is blocked", person.pk)
            raise AuthenticationFailed()
        if person is None:
            return None  # expect: a failed login leaves no security record
        return person, None
