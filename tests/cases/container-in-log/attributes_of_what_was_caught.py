import logging

from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver

logger = logging.getLogger(__name__)


class LoginFailed(Exception):
    def __init__(self, user, password):
        super().__init__(f"{user} could not log in")
        self.user = user
        self.password = password


class Timeout(Exception):
    def __init__(self, host):
        super().__init__(f"{host} is silent")
        self.host = host


def enter(client, user, password):
    try:
        client.login(user, password)
        if not client.ready:
            raise LoginFailed(user, password)
        if client.silent:
            raise Timeout(client.host)
    except LoginFailed as error:
        logger.error("refused: %s", vars(error), exc_info=True)  # expect: password
        logger.error("refused: %s", error.__dict__, exc_info=True)  # expect: password
        logger.error("refused: %s", error, exc_info=True)
    except Timeout as error:
        logger.error("silent: %s", vars(error), exc_info=True)


class Webhook(models.Model):
    url = models.CharField(max_length=200)
    secret = models.CharField(max_length=64)


class Page(models.Model):
    title = models.CharField(max_length=64)


@receiver(post_delete, sender=Webhook)
def gone(sender, instance, **kwargs):
    logger.info("gone: %s", vars(instance))  # expect: secret
    logger.info("gone: %s", instance)


@receiver(post_delete, sender=Page)
def page_gone(sender, instance, **kwargs):
    logger.info("gone: %s", vars(instance))
