import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

log = logging.getLogger(__name__)


@receiver(user_login_failed)
def failed(sender, credentials, request, **kwargs):
    log.info("Login failed: %s", credentials)
    log.info("Login failed: %s", credentials["password"])


def login(request, credentials):
    log.info("Login with %s", credentials)  # expect: the credentials reach log.info()
