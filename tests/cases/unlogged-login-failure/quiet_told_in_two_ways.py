# file: shop/serializers.py
import logging

from django.contrib.auth import authenticate, get_user_model
from rest_framework import serializers

logger = logging.getLogger(__name__)


class LoginSerializer(serializers.Serializer):
    def validate(self, data):
        user = authenticate(username=data["name"], password=data["password"])
        if user is None and get_user_model().objects.filter(username=data["name"]).exists():
            logger.info("wrong password for %s", data["name"])
        elif user is None:
            logger.info("nobody is called %s", data["name"])
        if user is None:
            raise serializers.ValidationError("wrong")
        return {"user": user}
