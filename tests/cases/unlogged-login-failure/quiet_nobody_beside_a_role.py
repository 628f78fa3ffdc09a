import logging

from django.contrib.auth import authenticate
from rest_framework import authentication, exceptions

logger = logging.getLogger(__name__)


class Badge(authentication.BaseAuthentication):
    def find(self, payload):
        role = payload["role"]
        try:
            user = authenticate(badge=payload["number"])
        except ValueError:
            user = None
        if user:
            return role, user
        return role, None

    def authenticate(self, request):
        role, user = self.find(request.badge)
        if not user:
            logger.error("nobody has this badge")
            raise exceptions.AuthenticationFailed("nobody")
        return user, role
