"""Stands in for ``django.utils.log`` of Django 5.2: the same defaults and the same two steps, with classes that do nothing else."""

import logging
import logging.config

request_logger = logging.getLogger("django.request")


class RequireDebugFalse(logging.Filter):
    pass


class RequireDebugTrue(logging.Filter):
    pass


class AdminEmailHandler(logging.Handler):
    def __init__(self, include_html=False, email_backend=None, reporter_class=None):
        super().__init__()


class ServerFormatter(logging.Formatter):
    pass


DEFAULT_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "require_debug_false": {"()": "django.utils.log.RequireDebugFalse"},
        "require_debug_true": {"()": "django.utils.log.RequireDebugTrue"},
    },
    "formatters": {"django.server": {"()": "django.utils.log.ServerFormatter", "format": "[{server_time}] {message}", "style": "{"}},
    "handlers": {
        "console": {"level": "INFO", "filters": ["require_debug_true"], "class": "logging.StreamHandler"},
        "django.server": {"level": "INFO", "class": "logging.StreamHandler", "formatter": "django.server"},
        "mail_admins": {"level": "ERROR", "filters": ["require_debug_false"], "class": "django.utils.log.AdminEmailHandler"},
    },
    "loggers": {
        "django": {"handlers": ["console", "mail_admins"], "level": "INFO"},
        "django.server": {"handlers": ["django.server"], "level": "INFO", "propagate": False},
    },
}


def configure_logging(logging_config, logging_settings):
    logging.config.dictConfig(DEFAULT_LOGGING)
    if logging_settings:
        logging.config.dictConfig(logging_settings)
