# file: shiny/urls.py
from django.contrib.auth.views import LoginView
from django.urls import path

urlpatterns = [path("login/", LoginView.as_view())]
# file: tests/settings.py
INSTALLED_APPS = ["django.contrib.auth"]
