from rest_framework import serializers

from accounts.model import find


class LoginSerializer(serializers.Serializer):
    def validate(self, attrs):
        user = find(attrs["name"])
        if not user.validate_password(attrs["password"]):
            raise serializers.ValidationError("wrong")  # expect: failed login
        return attrs
