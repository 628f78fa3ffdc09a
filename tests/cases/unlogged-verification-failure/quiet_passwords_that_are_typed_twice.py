# file: shop/serializers.py
from django.utils.crypto import constant_time_compare
from rest_framework import serializers


class SignupSerializer(serializers.Serializer):
    def validate(self, data):
        if not constant_time_compare(data["password1"], data["password2"]):
            raise serializers.ValidationError("the two passwords are not the same")
        if not constant_time_compare(data.get("password"), data.get("confirm_password")):
            raise serializers.ValidationError("the two passwords are not the same")
        return data
