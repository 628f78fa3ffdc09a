# file: site/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
# file: site/urls.py
from django.contrib.auth import views
from django.urls import path

urlpatterns = [path("login/", views.LoginView.as_view())]  # expect: Django's login
# file: site/mailer.py
import logging
import smtplib

log = logging.getLogger(__name__)


def send(host, name, password):
    try:
        smtplib.SMTP(host).login(name, password)
    except smtplib.SMTPAuthenticationError:
        log.error("SMTP login failed: bad credentials")
