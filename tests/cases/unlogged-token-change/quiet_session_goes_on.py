"""A refresh token is changed for another, a link by mail is no token of anybody's programs, a name is saved in a view of tokens."""

from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import RefreshToken

from shop.models import MagicLinkToken, User


class TokenRefreshView(APIView):
    def post(self, request):
        token = RefreshToken(request.data["refresh"])
        token.blacklist()
        return Response({"refresh": str(RefreshToken.for_user(request.user))})


class MagicLinkRequestView(APIView):
    def post(self, request):
        link = MagicLinkToken.objects.create(email=request.data["email"])
        return Response({"sent": link.delivery})


class GoogleIdTokenView(APIView):
    def post(self, request):
        user = User.objects.get(email=request.data["email"])
        if not user.name:
            user.name = request.data["name"]
            user.save(update_fields=["name"])
        return Response({"name": user.name})
