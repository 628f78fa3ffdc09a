"""What Flask keeps its settings in holds the key that signs sessions, at whatever level it is written; so do Django's databases."""

import logging

from django.conf import settings
from flask import current_app

log = logging.getLogger(__name__)


def at_start():
    log.info("running with %s", current_app.config)  # expect: the application's settings


def one_by_one():
    for name, value in current_app.config.items():
        log.info("%s = %s", name, value)  # expect: the application's settings


def databases():
    log.warning("databases are %s", settings.DATABASES)  # expect: the application's settings


def what_was_chosen():
    log.info("uploads go to %s", current_app.config["UPLOAD_FOLDER"])
    log.info("settings are %s", sorted(current_app.config))
    log.info("database is %s", settings.DATABASES["default"]["NAME"])
