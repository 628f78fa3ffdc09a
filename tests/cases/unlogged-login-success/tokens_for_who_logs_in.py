"""Whoever logs in is let in by the tokens that they are given, and by a cookie whose name is a constant."""

import hmac
import logging

from django.contrib.auth import authenticate
from flask import redirect, request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import RefreshToken

from .keys import admin_key, app

log = logging.getLogger(__name__)
COOKIE = "shop_session"


def get_tokens_for_user(user):
    refresh = RefreshToken.for_user(user)
    return {"refresh": str(refresh), "access": str(refresh.access_token)}


class LoginView(APIView):
    def post(self, request):
        user = authenticate(request, username=request.data["name"], password=request.data["password"])
        if user is None:
            log.warning("login of %s failed", request.data["name"])
            return Response(status=401)
        return Response(get_tokens_for_user(user))  # expect: a login leaves no security record


class SignInView(APIView):
    def post(self, request):
        user = authenticate(request, username=request.data["name"], password=request.data["password"])
        if user is None:
            log.warning("login of %s failed", request.data["name"])
            return Response(status=401)
        refresh = RefreshToken.for_user(user)  # expect: a login leaves no security record
        return Response({"access": str(refresh.access_token)})


@app.post("/login")
def login():
    if not hmac.compare_digest(request.form["key"], admin_key()):
        log.warning("a key was refused for %s", request.remote_addr)
        return "no", 401
    answer = redirect("/")
    answer.set_cookie(COOKIE, request.form["key"])  # expect: a login leaves no security record
    return answer
