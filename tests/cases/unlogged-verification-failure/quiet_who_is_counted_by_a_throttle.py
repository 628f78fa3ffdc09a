import hmac

from django.conf import settings
from rest_framework.throttling import AnonRateThrottle


class CartThrottle(AnonRateThrottle):
    scope = "cart"

    def get_cache_key(self, request, view):
        sent = request.headers.get("X-Gateway-Secret", "")
        if hmac.compare_digest(sent, settings.GATEWAY_SECRET):
            return self.cache_format % {"scope": self.scope, "ident": request.headers.get("X-Cart")}
        return super().get_cache_key(request, view)
