# file: web/settings.py
import os

DEBUG = False
INSTALLED_APPS = ["web"]
HAVE_SYSLOG = os.path.exists("/dev/log")
DEFAULT_LOG = ["console" if DEBUG or not HAVE_SYSLOG else "syslog"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": [*DEFAULT_LOG], "level": "INFO"}, "web": {"handlers": [*DEFAULT_LOG], "level": "INFO"}},
}
if HAVE_SYSLOG:
    LOGGING["handlers"]["syslog"] = {"class": "logging.handlers.SysLogHandler", "address": "/dev/log"}
