# file: web/settings/base.py
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}, "null": {"class": "logging.NullHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO"}},
}

# file: web/settings/production.py
from .base import *

LOGGING["loggers"]["django.security.DisallowedHost"] = {  # expect: NullHandler
    "handlers": ["null"],
    "propagate": False,
}

# file: web/settings/dev.py
from .base import *

LOGGING["loggers"]["django.request"] = {"level": "CRITICAL"}
