import logging

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

log = logging.getLogger(__name__)


@receiver(user_login_failed)
def failed(sender, credentials, **kwargs):
    log.warning("failed with %r", credentials)


def log_in(client, credentials):
    log.warning("trying %r", credentials)  # expect: the credentials reach
    client.login(credentials)
