# file: shop/models.py
from django.db import models


class MasterApiKey(models.Model):
    hashed = models.CharField(max_length=64)


class AuditLog(models.Model):
    text = models.CharField(max_length=200)
    api_key = models.ForeignKey(MasterApiKey, null=True, on_delete=models.SET_NULL)
# file: shop/tasks.py
from shop.models import AuditLog


def record(change):
    AuditLog.objects.create(text=change.text, api_key=change.api_key)
# file: shop/sqlitedb.py
import logging
import sqlite3

logger = logging.getLogger(__name__)


class Store:
    def __init__(self, db_url: str):
        self.db_url = db_url

    def connect(self):
        logger.debug("opening %s", self.db_url)
        return sqlite3.connect(self.db_url)
