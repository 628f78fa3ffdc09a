# file: shop/serializers.py
from django.db import IntegrityError
from rest_framework_simplejwt.exceptions import InvalidToken
from rest_framework_simplejwt.serializers import TokenRefreshSerializer

from shop.models import RefreshRow


class RotatingSerializer(TokenRefreshSerializer):
    def validate(self, attrs):
        token = self.token_class(attrs["refresh"])
        try:
            RefreshRow.objects.update_or_create(jti=token["jti"])
        except IntegrityError as error:
            raise InvalidToken("could not be kept") from error
        return {"refresh": str(token)}
