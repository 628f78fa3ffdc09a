import hashlib
import hmac

from rest_framework.permissions import BasePermission

from yard import settings


class Signed(BasePermission):
    def has_permission(self, request, view):
        expected = hmac.new(settings.KEY, request.body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(request.headers["X-Signature"], expected)  # expect: does not verify
