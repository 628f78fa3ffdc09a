# file: site/signals.py
import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

log = logging.getLogger(__name__)


@receiver(user_login_failed)
def failed(sender, credentials, request, **kwargs):
    log.warning("failed login of %s", credentials.get("username"))
# file: site/views.py
from django.contrib.auth import authenticate, login
from django.shortcuts import redirect, render


def sign_in(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        return render(request, "login.html", status=401)
    login(request, user)
    return redirect("/")
