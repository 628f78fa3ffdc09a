from django.contrib.auth import authenticate
from rest_framework import serializers


class SignInSerializer(serializers.Serializer):
    default_error_messages = {"wrong": "wrong name or password"}

    def validate(self, attrs):
        self.user = authenticate(username=attrs["name"], password=attrs["password"])
        if not self.user:
            self.fail("wrong")  # expect: failed login
        return attrs
