# file: mfa/views.py
import pyotp
from django.shortcuts import redirect, render

from mfa.models import UserKey


def verify(request, username):
    methods = list({key.key_type for key in UserKey.objects.filter(username=username, enabled=1)})
    if "Trusted Device" in methods:
        methods.remove("Trusted Device")
    if len(methods) == 1:
        return redirect(methods[0].lower())
    return render(request, "methods.html", {"secret": pyotp.random_base32()})
