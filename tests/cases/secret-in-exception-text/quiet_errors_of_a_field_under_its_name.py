from django.contrib.auth import password_validation
from django.contrib.auth.hashers import make_password
from django.core import exceptions
from rest_framework import serializers


class UserSerializer(serializers.ModelSerializer):
    def validate_password(self, value):
        errors = None
        try:
            password_validation.validate_password(password=value)
        except exceptions.ValidationError as e:
            errors = {"password": list(e.messages)}
        if errors:
            raise serializers.ValidationError(errors)
        return make_password(value)
