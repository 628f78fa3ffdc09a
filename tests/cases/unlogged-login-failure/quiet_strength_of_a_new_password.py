from django.contrib.auth import password_validation
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers


class NewPassword(serializers.Serializer):
    new = serializers.CharField()

    def validate_new(self, value):
        try:
            validate_password(value, self.context["request"].user)
        except ValidationError as error:
            raise serializers.ValidationError(list(error.messages))
        return value


def weak(value, user):
    try:
        password_validation.validate_password(value, user)
    except ValidationError:
        return False
    return True
