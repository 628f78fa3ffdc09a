import logging

from rest_framework import exceptions, serializers
from rest_framework.authentication import BaseAuthentication

from shop.models import Key

logger = logging.getLogger(__name__)


class KeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        sent = request.META.get("HTTP_X_KEY")
        if not sent:
            return None
        key = Key.objects.filter(token=sent).first()
        if key is None:
            logger.warning("authn_login_fail: unknown key from %s", request.META["REMOTE_ADDR"])
            raise exceptions.AuthenticationFailed("unknown key")
        return key.user, key


class UserSerializer(serializers.ModelSerializer):
    password = serializers.CharField(write_only=True)

    def validate_password(self, value):
        if len(value) < 12:
            raise serializers.ValidationError("too short")
        return value
