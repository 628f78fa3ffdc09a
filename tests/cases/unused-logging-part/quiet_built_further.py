# file: web/apps.py
import logging.config

from django.apps import apps


class Setup:
    def ready(self):
        configuration = {
            "version": 1,
            "disable_existing_loggers": False,
            "handlers": {"console": {"class": "logging.StreamHandler"}},
        }
        loggers = {}
        for app in apps.get_app_configs():
            loggers[app.name] = {"handlers": ["console"], "propagate": True}
        configuration["loggers"] = loggers
        logging.config.dictConfig(configuration)
