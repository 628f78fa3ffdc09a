# file: shop/__init__.py

# file: shop/accounts.py
import logging

log = logging.getLogger(__name__)


def login(user, password):
    if not user.check_password(password):
        log.info("login failed for account %s", user.pk)

# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "mail": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"},
        "console": {"class": "logging.StreamHandler"},
    },
    "loggers": {"shop": {"handlers": ["mail"], "level": "INFO"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
