import logging

from django.contrib.auth.models import AbstractUser
from django.db import models

logger = logging.getLogger(__name__)


class User(AbstractUser):
    def take_role_of_provider(self, mapped):
        before = self.is_superuser
        self.is_superuser = mapped == "admin"
        self.save(update_fields=["is_superuser"])
        logger.info("role of %s changed: %s to %s", self.pk, before, self.is_superuser)

    def save(self, *args, **kwargs):
        if self.is_superuser:
            self.is_staff = True
        super().save(*args, **kwargs)


class Machine(models.Model):
    def promote(self):
        self.is_owner = True
        self.save()
