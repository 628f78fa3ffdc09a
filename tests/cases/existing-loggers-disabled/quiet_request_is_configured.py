# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "WARNING"}},
}
# file: web/__init__.py

# file: web/views.py
import logging

log = logging.getLogger(__name__)


def index(request):
    log.info("the shop's first page")
