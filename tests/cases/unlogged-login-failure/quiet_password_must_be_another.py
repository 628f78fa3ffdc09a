# file: shop/serializers.py
from djoser.serializers import CurrentPasswordSerializer, PasswordRetypeSerializer
from rest_framework import exceptions


class SetPasswordSerializer(PasswordRetypeSerializer, CurrentPasswordSerializer):
    def validate(self, attrs):
        new_password = attrs.get("new_password")
        is_the_old_one = self.context["request"].user.check_password(new_password)
        if not is_the_old_one:
            return super().validate(attrs)
        raise exceptions.ValidationError({"new_password": "is the old one"})
