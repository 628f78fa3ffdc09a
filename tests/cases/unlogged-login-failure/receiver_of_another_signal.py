# file: site/signals.py
import logging

from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

log = logging.getLogger(__name__)


@receiver(user_logged_out)
def gone(sender, user, request, **kwargs):
    log.info("logout of %s", user.pk)
# file: site/views.py
from django.contrib.auth import authenticate, login
from django.shortcuts import redirect, render


def sign_in(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        return render(request, "login.html", status=401)  # expect: failed login
    login(request, user)
    return redirect("/")
