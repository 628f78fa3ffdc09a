# file: mfa/totp.py
import pyotp
from django.http import HttpResponse

from mfa.models import UserKeys


def verify(request):
    secret = request.GET["key"]
    if pyotp.TOTP(secret).verify(request.GET["answer"]):
        key = UserKeys()
        key.username = request.user.username
        key.properties = {"secret": secret}
        key.save()  # expect: second factor
        return HttpResponse("Success")
    return HttpResponse("Error")
# file: mfa/views.py
from django.http import HttpResponse

from mfa.models import UserKeys


def delete_key(request):
    key = UserKeys.objects.get(id=request.POST["id"])
    if key.username != request.user.username:
        return HttpResponse("no such key")
    key.delete()  # expect: second factor
    return HttpResponse("deleted")
# file: mfa/models.py
from django.db import models


class UserKeys(models.Model):
    username = models.CharField(max_length=50)
    properties = models.JSONField()
