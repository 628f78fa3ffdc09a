# file: shop/api.py
from rest_framework.response import Response
from rest_framework_simplejwt.tokens import RefreshToken
from rest_framework_simplejwt.views import TokenViewBase


class AccessToken(RefreshToken):
    def set_user_role(self, user):
        self["role"] = user.role


class TokenView(TokenViewBase):
    def post(self, request):
        token = AccessToken()
        token.set_user_role(request.user)
        return Response({"access": str(token)})
