import logging

from django.contrib.auth import authenticate, login
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.shortcuts import redirect, render

log = logging.getLogger("shop.auth")


@receiver(user_login_failed)
def failed(sender, credentials, request=None, **kwargs):
    log.warning("failed login of %r", credentials.get("username"))


def enter(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        return render(request, "login.html", {"wrong": True})
    login(request, user)
    log.info("login of %s", user.pk)
    return redirect("home")


def change(request):
    if not request.user.check_password(request.POST["old"]):
        return render(request, "change.html", {"wrong": True})  # expect: change()
    request.user.set_password(request.POST["new"])
    request.user.save()
    log.info("password of %s is changed", request.user.pk)
    return redirect("home")


def close(request):
    if not request.user.check_password(request.POST["password"]):
        log.warning("wrong password of %s", request.user.pk)
        return render(request, "close.html", {"wrong": True})
    return redirect("closed")
