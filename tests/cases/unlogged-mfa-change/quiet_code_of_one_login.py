"""A counter makes the code of one login and sends it: no second factor comes or goes."""

import pyotp
from django.core.cache import cache
from django.shortcuts import redirect

from .gateway import send_sms


class HOTP:
    def __init__(self, unique_id):
        self.unique_id = unique_id

    def create(self, number):
        secret = pyotp.random_base32()
        cache.set(f"{self.unique_id}.secret", secret, timeout=300)
        send_sms(number, pyotp.HOTP(secret).at(1))


def start(request):
    hotp = HOTP(request.COOKIES["unique_id"])
    hotp.create(request.POST["number"])
    return redirect("verify")
