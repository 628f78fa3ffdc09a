# file: config/settings.py
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.sessions",
]
# file: config/urls.py
from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
# file: people/apps.py
from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self):
        from django.contrib.auth.signals import user_login_failed

        from people.audit import failed

        user_login_failed.connect(failed)
# file: people/audit.py
import structlog

log = structlog.get_logger()


def failed(sender, credentials, request=None, **kwargs):
    log.warning("login_failed", user=credentials.get("username"))
