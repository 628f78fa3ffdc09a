# file: site/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
# file: site/urls.py
from django.contrib.auth import views
from django.urls import path

urlpatterns = [path("login/", views.LoginView.as_view())]
# file: site/accounts/forms.py
import logging

from django import forms
from django.contrib.auth.forms import AuthenticationForm

log = logging.getLogger(__name__)


class OurForm(AuthenticationForm):
    def confirmed(self):
        try:
            return super().clean()
        except forms.ValidationError:
            log.warning("login failed for %s", self.cleaned_data.get("username"))
            raise
