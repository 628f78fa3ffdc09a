"""A serializer that has a field for a password is given one by whoever calls."""

import logging

from rest_framework import serializers

logger = logging.getLogger(__name__)


class AccountSerializer(serializers.ModelSerializer):
    email = serializers.EmailField()
    password = serializers.CharField(write_only=True)

    def to_internal_value(self, data):
        logger.debug("an account as it came: %s", data)  # expect: `data` reaches logger.debug(): its text shows the password
        return super().to_internal_value(data)

    def validate(self, attrs):
        logger.debug("a new account: %s", attrs)  # expect: `attrs` reaches logger.debug(): its text shows the password
        return attrs

    def create(self, validated_data):
        print(validated_data)  # expect: `validated_data` reaches print(): its text shows the password
        return Account.objects.create_user(**validated_data)


class StaffSerializer(AccountSerializer):
    role = serializers.CharField()

    def update(self, instance, validated_data):
        logger.info("staff %s: %s", instance.pk, validated_data)  # expect: its text shows the password
        return super().update(instance, validated_data)
