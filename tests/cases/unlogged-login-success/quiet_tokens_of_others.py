"""A recorded login, tokens of a text, and tokens that a provider gives are no login without a record."""

import logging

from django.contrib.auth import authenticate
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import RefreshToken

from .parts import client, get_tokens

log = logging.getLogger(__name__)


class LoginView(APIView):
    def post(self, request):
        user = authenticate(request, username=request.data["name"], password=request.data["password"])
        if user is None:
            log.warning("a login has failed")
            return Response(status=401)
        refresh = RefreshToken.for_user(user)
        log.info("%s logged in", user.pk)
        return Response({"access": str(refresh.access_token)})


class SearchView(APIView):
    def get(self, request):
        return Response(get_tokens(request.query_params["text"]))


def refresh_login(code):
    return client.get_tokens(code)
