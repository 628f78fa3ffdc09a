# file: config/settings.py
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.sessions",
]
# file: config/urls.py
from django.urls import path

from people.views import Login

urlpatterns = [path("login/", Login.as_view())]
# file: people/views.py
import logging

from django.contrib.auth.views import LoginView

logger = logging.getLogger("security")


class Login(LoginView):
    template_name = "login.html"

    def form_invalid(self, form):
        logger.warning("login refused for %r", form.data.get("username"))
        return super().form_invalid(form)
