from django.contrib.auth.models import User
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication

from shop.models import Key


class KeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        sent = request.META.get("HTTP_X_KEY")
        if not sent:
            return None
        key = Key.objects.filter(token=sent).first()
        if key is None:
            raise exceptions.AuthenticationFailed("unknown key")  # expect: failed login
        return key.user, key
