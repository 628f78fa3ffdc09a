from django.conf import settings
from django.contrib.auth.models import User
from django.shortcuts import redirect, render


def sign_up(request, debug):
    if settings.DEBUG:
        print(request.POST.keys())
    if debug:
        User.objects.create_user("first", "first@example.org")  # expect: created
    return redirect("/")


def invite(request):
    if settings.DEBUG or request.user.is_staff:
        User.objects.create_user(request.POST["name"], request.POST["email"])  # expect: created
    return render(request, "done.html")


def renew(request):
    if settings.ENVIRONMENT == "production":
        User.objects.create_user(request.POST["name"], request.POST["email"])  # expect: created
    return render(request, "done.html")
