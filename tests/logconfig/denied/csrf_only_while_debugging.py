"""Requests have a file of their own; what Django's other loggers warn of is written while DEBUG is on, and mailed from ERROR on."""

INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "require_debug_false": {"()": "django.utils.log.RequireDebugFalse"},
        "require_debug_true": {"()": "django.utils.log.RequireDebugTrue"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "level": "INFO", "filters": ["require_debug_true"]},
        "mail_admins": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR", "filters": ["require_debug_false"]},
        "shop": {"class": "logging.handlers.WatchedFileHandler", "filename": "logs/shop.log", "level": "INFO"},
    },
    "loggers": {
        "django": {"handlers": ["console", "mail_admins"], "level": "INFO"},
        "django.request": {"handlers": ["shop"], "level": "INFO", "propagate": False},
        "shop": {"handlers": ["console", "shop"], "level": "INFO", "propagate": False},
    },
}
