import webob.exc
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied

from shop.limits import Violation, check_limits


class AlertSerializer(serializers.Serializer):
    def _validate_alert_quota(self, user, rate):
        result = check_limits(user, rate)
        if result.violation == Violation.TOO_MANY:
            raise PermissionDenied("You have as many alerts as your membership gives.")

    def validate(self, attrs):
        self._validate_alert_quota(self.context["request"].user, attrs["rate"])
        return attrs


class WsgiLimiter:
    def __call__(self, request):
        delay, error = self._limiter.check_for_delay(request.method, request.path)
        if delay:
            return webob.exc.HTTPForbidden(explanation=error)
        return webob.exc.HTTPNoContent()
