# file: users/views.py
import logging

from django.contrib.auth import login as auth_login
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.generic import View


class LoginView(View):
    def post(self, request):
        logger = logging.getLogger("inventory.auth.login")
        form = AuthenticationForm(request, data=request.POST)
        if form.is_valid():
            auth_login(request, form.get_user())
            logger.info("User %s successfully authenticated", request.user)
            return HttpResponseRedirect("/")
        logger.debug("Login form validation failed")
        return render(request, "login.html", {"form": form})
# file: users/apps.py
from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "users"

    def ready(self):
        import users.signals  # noqa: F401
# file: users/signals.py
import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver


@receiver(user_login_failed)
def log_user_login_failed(sender, credentials, request, **kwargs):
    logging.getLogger("inventory.auth.login").info("Failed login attempt for username: %s", credentials.get("username"))
