"""A method of the project's own keeps the device that it makes."""

import pyotp
from django.shortcuts import redirect

from .models import Devices


class Totp:
    def __init__(self, user):
        self.user = user

    def create(self, name):
        Devices.objects.create(user=self.user, name=name, secret=pyotp.random_base32())


def enrol(request):
    totp = Totp(request.user)
    totp.create(request.POST["name"])  # expect: a changed second factor
    return redirect("devices")
