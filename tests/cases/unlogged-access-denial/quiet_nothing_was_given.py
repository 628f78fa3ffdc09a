from django.contrib.auth.models import User
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import APIView


class UnAuthorized(APIException):
    status_code = status.HTTP_403_FORBIDDEN


def exchange(code, client_secret, code_verifier):
    if not client_secret and not code_verifier:
        raise UnAuthorized("client_secret or code_verifier must be given")
    return code


def signup(email):
    if User.objects.filter(username=email).exists():
        raise UnAuthorized()
    return email


class ExchangeView(APIView):
    def post(self, request):
        signup(request.data["email"])
        return Response({"token": exchange(request.data["code"], request.data["client_secret"], request.data["code_verifier"])})
