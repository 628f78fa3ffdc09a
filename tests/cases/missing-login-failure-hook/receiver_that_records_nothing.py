# file: config/settings.py
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.sessions",
]
# file: api/urls.py
from django.urls import path
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

urlpatterns = [
    path("token/", TokenObtainPairView.as_view()),  # expect: the login for API tokens
    path("token/refresh/", TokenRefreshView.as_view()),
]
# file: api/signals.py
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

from api.metrics import failures


@receiver(user_login_failed)
def count(sender, **kwargs):
    failures.inc()
# file: api/metrics.py
from prometheus_client import Counter

failures = Counter("failures", "Failed logins")
