# file: shop/serializers.py
from django.contrib.auth import get_user_model
from rest_framework import serializers
from rest_framework.authtoken.models import Token

from shop.log import audit


class SignupSerializer(serializers.Serializer):
    def create(self, validated_data):
        user = get_user_model().objects.create(email=validated_data["email"])
        Token.objects.create(user=user)
        return user


class LoginSerializer(serializers.Serializer):
    def validate(self, attrs):
        user = find(attrs)
        Token.objects.create(user=user)
        return attrs
# file: shop/views.py
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.links import find_link


class PasswordResetView(APIView):
    def post(self, request, code):
        link = find_link(code)
        link.token.delete()
        return Response({})
