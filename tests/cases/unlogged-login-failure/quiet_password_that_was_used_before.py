from django.contrib.auth.hashers import check_password
from rest_framework import serializers

from accounts.models import PasswordHistory


class PasswordChange(serializers.Serializer):
    new_password = serializers.CharField()

    def validate(self, attrs):
        user = self.context["request"].user
        for entry in PasswordHistory.objects.filter(user=user)[:5]:
            if check_password(attrs["new_password"], entry.hashed_password):
                raise serializers.ValidationError({"new_password": "it was used before"})
        return attrs
