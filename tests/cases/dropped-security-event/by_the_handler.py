# file: shop/__init__.py

# file: shop/accounts.py
import logging

log = logging.getLogger("shop.security")


def refuse(user):
    log.warning("user %s may not do that", user.pk)  # expect: dropped

# file: shop/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"mail": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"}},
    "loggers": {"shop": {"handlers": ["mail"], "level": "INFO", "propagate": False}},
}
