# file: site/settings.py
INSTALLED_APPS = ["django.contrib.auth", "accounts"]
# file: accounts/views.py
from django.contrib.auth import views


class OurLogin(views.LoginView):
    def get_template_names(self):
        return ["accounts/login.html"]
# file: accounts/urls.py
from django.urls import path

from accounts import views

urlpatterns = [
    path("login/", views.OurLogin.as_view(), name="login"),  # expect: OurLogin.as_view
]
