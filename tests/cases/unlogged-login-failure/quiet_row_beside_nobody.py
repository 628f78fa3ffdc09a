import logging

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from devices.models import Enrollment

logger = logging.getLogger(__name__)


class EnrollmentAuthentication(BaseAuthentication):
    def authenticate(self, request):
        secret = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        try:
            enrollment = Enrollment.objects.get(secret=secret)
        except Enrollment.DoesNotExist:
            self._deny(request, "unknown secret")
        is_valid, reason = enrollment.is_valid()
        if not is_valid:
            self._deny(request, reason)
        return (None, enrollment)

    def _deny(self, request, reason):
        logger.warning("enrollment denied: %s", reason, extra={"request": request})
        raise AuthenticationFailed(reason)
