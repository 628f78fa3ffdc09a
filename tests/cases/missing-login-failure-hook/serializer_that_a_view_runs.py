from django.contrib.auth import login
from knox.views import LoginView as KnoxLoginView
from rest_framework.authtoken.serializers import AuthTokenSerializer
from rest_framework.permissions import AllowAny
from rest_framework.response import Response


class Credentials(KnoxLoginView):
    permission_classes = (AllowAny,)

    def post(self, request, format=None):
        serializer = AuthTokenSerializer(data=request.data)  # expect: the login of a library's serializer is switched on
        serializer.is_valid(raise_exception=True)
        user = serializer.validated_data["user"]
        if not user.totp_key:
            login(request, user)
            return Response({"totp": False})
        return Response("ok")
