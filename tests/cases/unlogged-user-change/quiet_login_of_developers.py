from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect


def login_as_developer(request):
    if not (settings.DEBUG or settings.TESTING):
        raise PermissionDenied("for developers alone")
    user, _ = User.objects.get_or_create(username="dev", defaults={"email": "dev@example.org", "is_superuser": True})
    login(request, user)
    return redirect("/")


def fill(request):
    if settings.ENVIRONMENT != "production":
        User.objects.create_user("first", "first@example.org")
    return redirect("/")


def start(request):
    if settings.ENV in ("local", "test"):
        User.objects.create_user("second", "second@example.org")
        return redirect("/")
    raise Http404
