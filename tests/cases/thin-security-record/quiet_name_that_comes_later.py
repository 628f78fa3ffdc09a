import logging

from django.contrib.auth.models import User
from django.http import JsonResponse
from rest_framework_simplejwt.authentication import JWTAuthentication

logger = logging.getLogger(__name__)


def tokens(get_response):
    def middleware(request):
        try:
            found = JWTAuthentication().authenticate(request)
            if found:
                user = User.objects.get(pk=found[0].pk)
                request.user = user
        except User.DoesNotExist:
            logger.warning("JWT authentication failed from %s: that account is gone", request.META.get("REMOTE_ADDR"))
            return JsonResponse({"detail": "User not found"}, status=401)
        return get_response(request)

    return middleware
