# file: shop/api.py
from django.contrib.auth import authenticate
from rest_framework import serializers, viewsets
from shop.models import User


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User

    def create(self, validated_data):
        password = validated_data.pop("password")
        user = self.Meta.model(**validated_data)
        user.set_password(password)
        user.save()  # expect: created or deleted user
        return user


class BaseSignUpViewSet(viewsets.GenericViewSet):
    def perform_create(self, serializer):
        serializer.save()  # expect: created or deleted user
        authenticate(username=serializer.data["username"], password=serializer.data["password"])
