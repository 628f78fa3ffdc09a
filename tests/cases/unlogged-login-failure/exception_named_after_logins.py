"""An exception of logins says that one failed, whatever was compared."""

from django.conf import settings
from rest_framework import serializers
from rest_framework.exceptions import AuthenticationFailed

from shop.google import claims_of


class GoogleSignInSerializer(serializers.Serializer):
    def validate_credential(self, credential):
        claims = claims_of(credential)
        if claims["aud"] != settings.GOOGLE_CLIENT_ID:
            raise AuthenticationFailed("Could not verify user")  # expect: failed login
        return claims["email"]
