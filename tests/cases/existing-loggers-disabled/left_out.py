# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {  # expect: django.request
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"web": {"handlers": ["console"], "level": "INFO"}},
}
