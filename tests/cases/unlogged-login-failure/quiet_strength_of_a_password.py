from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers


class RegistrationSerializer(serializers.Serializer):
    def validate(self, attrs):
        try:
            validate_password(attrs["password"], self.context["user"])
        except ValidationError as error:
            raise serializers.ValidationError("weak") from error
        return attrs
