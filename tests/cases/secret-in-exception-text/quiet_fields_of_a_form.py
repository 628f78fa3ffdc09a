from rest_framework import serializers
from rest_framework.exceptions import ValidationError


def validate(attrs, check):
    password = attrs["password"]
    errors = check(password)
    if errors:
        raise serializers.ValidationError({"password": errors["non_field_errors"]})
    if attrs.get("token") is None:
        raise ValidationError({"token": ["this field is required"], "password": errors})
    return attrs
