"""A serializer without a field for a secret, and what one with such a field may write."""

import logging

from rest_framework import serializers

logger = logging.getLogger(__name__)


class BoxSerializer(serializers.ModelSerializer):
    label = serializers.CharField()
    size = serializers.IntegerField()

    def validate(self, attrs):
        logger.debug("a box: %r", attrs)
        return attrs


class AccountSerializer(serializers.ModelSerializer):
    email = serializers.EmailField()
    password = serializers.CharField(write_only=True)

    def validate(self, attrs):
        logger.debug("fields of a new account: %s", sorted(attrs))
        return attrs

    def create(self, validated_data):
        password = validated_data.pop("password")
        logger.debug("a new account with %d fields: %r", len(validated_data), validated_data)
        return Account.objects.create_user(password=password, **validated_data)

    def validate_password(self, value):
        logger.debug("a password of %d characters", len(value))
        return value
