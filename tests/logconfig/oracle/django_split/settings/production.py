from .base import *  # noqa

LOGGING["handlers"]["mail"] = {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"}
LOGGING["loggers"]["django.request"] = {"handlers": ["mail"], "level": "ERROR", "propagate": False}
