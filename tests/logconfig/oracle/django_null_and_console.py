INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"null": {"class": "logging.NullHandler"}, "out": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["null"], "propagate": False},
        "django.request": {"handlers": ["out"], "level": "WARNING"},
        "django.security.csrf": {"propagate": False},
    },
    "root": {"handlers": ["out"], "level": "INFO"},
}
