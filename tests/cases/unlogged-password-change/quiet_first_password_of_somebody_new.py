import logging

from rest_framework import serializers

from accounts.adapter import adapter

log = logging.getLogger(__name__)


class Registration(serializers.Serializer):
    email = serializers.EmailField()
    password = serializers.CharField()

    def save(self, request):
        user = adapter.new_user(request)
        user.email = self.validated_data["email"]
        user.set_password(self.validated_data["password"])
        user.save()
        log.info("user_created user=%r source=%s", user.email, request.META["REMOTE_ADDR"])
        return user
