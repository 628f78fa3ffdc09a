# file: factor/views.py
import pyotp
from django.http import JsonResponse

from factor.models import Secret


def verify_login(request, username, token):
    for secret in Secret.objects.filter(username=username):
        if pyotp.TOTP(secret.value).verify(token):
            return [True, secret.pk]
    return [False]


def recheck(request):
    if verify_login(request, request.user.username, request.POST["otp"])[0]:
        request.session["rechecked"] = True
        return JsonResponse({"recheck": True})
    return JsonResponse({"recheck": False})  # expect: failed login
# file: factor/models.py
from django.db import models


class Secret(models.Model):
    username = models.CharField(max_length=50)
    value = models.CharField(max_length=50)
