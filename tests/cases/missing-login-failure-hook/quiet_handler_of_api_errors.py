# file: config/settings.py
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.sessions",
]
# file: api/urls.py
from django.urls import path
from rest_framework.authtoken.views import obtain_auth_token

urlpatterns = [path("token/", obtain_auth_token)]
# file: api/backends.py
import logging

from django.contrib.auth.backends import ModelBackend

logger = logging.getLogger(__name__)


class Backend(ModelBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        user = super().authenticate(request, username=username, password=password, **kwargs)
        if user is None:
            logger.warning("no login for %r from %s", username, request.META.get("REMOTE_ADDR"))
        return user
